/** The kinds of record a source can hold, and the fields each understands. One catalogue for presets, guesses, checks and the manual. */
export const kinds = ['customers', 'orders', 'items', 'products', 'events', 'messages', 'feedback'] as const;
/** `orders` may be one row per order or one per line: lines are recognised by line fields being mapped. */
export type Kind = (typeof kinds)[number];

/** How a cell is read and checked. `identifier` is text cleaned of spreadsheet damage (`17850.0`, `'0123`). */
export type FieldType =
  | 'identifier'
  | 'email'
  | 'phone'
  | 'text'
  | 'number'
  | 'money'
  | 'integer'
  | 'instant'
  | 'date'
  | 'boolean'
  | 'country'
  | 'currency'
  | 'list'
  | 'latitude'
  | 'longitude'
  | 'consent';

export type FieldDefinition = {
  readonly type: FieldType;
  readonly label: string;
  /** Header names that mean this field, in snake case, English first. */
  readonly synonyms: readonly string[];
  /** A row without it is rejected. */
  readonly required?: boolean;
};

const field = (type: FieldType, label: string, synonyms: readonly string[] = [], required = false): FieldDefinition =>
  required ? { type, label, synonyms, required } : { type, label, synonyms };

/** Identifiers of the customer behind a record: the namespaces that identity knows. The first one present in a row is its primary one. */
export const identifierFields = {
  customer_id: field('identifier', 'customer id', [
    'customer',
    'customer_no',
    'customer_number',
    'client_id',
    'user_id',
    'member_id',
    'member_number',
    'household_id',
    'cust_id',
    'customer_key',
    'kundennummer',
    'client',
  ]),
  email: field('email', 'e-mail', ['e_mail', 'email_address', 'mail', 'customer_email', 'contact_email', 'requester_email', 'email_adresse']),
  phone: field('phone', 'phone', ['phone_number', 'mobile', 'mobile_phone', 'telephone', 'tel', 'billing_phone', 'telefon']),
  anonymous_id: field('identifier', 'anonymous id', ['user_pseudo_id', 'visitor_id', 'device_id', 'cookie_id', 'client_uuid']),
} as const;

const place = {
  country: field('country', 'country', ['country_code', 'country_region', 'billing_country', 'shipping_country', 'land', 'pays']),
  region: field('text', 'region', ['state', 'province', 'county', 'state_region', 'billing_province', 'state_province']),
  city: field('text', 'city', ['town', 'billing_city', 'shipping_city', 'stadt', 'ville']),
  postcode: field('identifier', 'postcode', ['zip', 'zip_code', 'postal_code', 'billing_zip', 'plz']),
};

export const fieldCatalogue = {
  customers: {
    ...identifierFields,
    name: field('text', 'name', ['full_name', 'customer_name', 'display_name']),
    first_name: field('text', 'first name', ['firstname', 'given_name', 'vorname']),
    last_name: field('text', 'last name', ['lastname', 'surname', 'family_name', 'nachname']),
    ...place,
    address: field('text', 'address', ['address_1', 'street', 'address1']),
    latitude: field('latitude', 'latitude', ['lat']),
    longitude: field('longitude', 'longitude', ['lng', 'lon', 'long']),
    birthday: field('date', 'birthday', ['birth_date', 'date_of_birth', 'dob', 'birthdate']),
    birth_year: field('integer', 'birth year', ['year_of_birth', 'year_birth']),
    age: field('number', 'age', ['age_years']),
    gender: field('text', 'gender', ['sex', 'genre']),
    income: field('money', 'income', ['annual_income', 'household_income', 'yearly_income']),
    language: field('text', 'language', ['locale', 'lang', 'preferred_language']),
    company: field('text', 'company', ['organization', 'organisation', 'company_name', 'account', 'default_address_company']),
    industry: field('text', 'industry', ['sector', 'branch']),
    company_size: field('text', 'company size', ['employees', 'number_of_employees', 'headcount']),
    job_title: field('text', 'job title', ['title', 'role', 'position']),
    interests: field('list', 'interests', ['hobbies', 'preferences']),
    tags: field('list', 'tags', ['labels', 'groups']),
    accepts_email: field('consent', 'accepts e-mail marketing', [
      'accepts_email_marketing',
      'accepts_marketing',
      'email_marketing_consent',
      'newsletter',
      'opt_in',
      'email_opt_in',
      'subscribed',
    ]),
    email_consent_at: field('instant', 'answered on e-mail marketing at', [
      'email_marketing_consent_timestamp',
      'accepts_email_at',
      'email_opt_in_at',
      'email_opt_in_date',
      'opt_in_at',
      'opt_in_date',
      'opt_in_time',
      'optin_date',
      'consent_timestamp',
      'consent_date',
    ]),
    email_suppressed: field('text', 'why e-mail is suppressed', ['email_suppressions', 'email_suppression', 'email_suppression_reason', 'suppression_reason']),
    accepts_sms: field('consent', 'accepts SMS marketing', ['accepts_sms_marketing', 'sms_marketing_consent', 'sms_opt_in']),
    sms_consent_at: field('instant', 'answered on SMS marketing at', ['sms_marketing_consent_timestamp', 'accepts_sms_at', 'sms_opt_in_at', 'sms_opt_in_date']),
    signed_up_at: field('instant', 'signed up', [
      'created_at',
      'created',
      'sign_up',
      'signup_date',
      'registered_at',
      'registration_date',
      'create_date',
      'customer_since',
      'kunde_seit',
      'creation_date',
      'dt_customer',
      'date_added',
    ]),
    updated_at: field('instant', 'last changed', ['last_changed', 'modified_at', 'last_modified', 'updated']),
    channel: field('text', 'acquisition channel', ['acquisition_channel', 'lead_source', 'source', 'utm_source']),
  },
  orders: {
    order_id: field(
      'identifier',
      'order id',
      [
        'order',
        'order_no',
        'order_number',
        'invoice',
        'invoice_no',
        'invoice_id',
        'transaction_id',
        'basket_id',
        'basket',
        'receipt',
        'receipt_number',
        'bestellnummer',
      ],
      true,
    ),
    ...identifierFields,
    ordered_at: field(
      'instant',
      'ordered at',
      [
        'order_date',
        'date',
        'invoice_date',
        'created_at',
        'purchase_date',
        'transaction_date',
        'transaction_timestamp',
        'timestamp',
        'datetime',
        'time',
        'datum',
      ],
      true,
    ),
    time_of_day: field('text', 'time of day, beside a date', ['clock_time', 'order_time', 'time_of_order']),
    status: field('text', 'status', ['order_status', 'financial_status', 'state']),
    cancelled_at: field('instant', 'cancelled at', ['canceled_at']),
    currency: field('currency', 'currency', ['currency_code']),
    total: field('money', 'order total', [
      'order_total',
      'amount',
      'grand_total',
      'total_price',
      'revenue',
      'net_sales',
      'sales',
      'value',
      'dollar_value',
      'gesamt',
      'spend',
    ]),
    subtotal: field('money', 'subtotal', ['sub_total', 'net_total']),
    discount: field('money', 'discount', ['discount_amount', 'discounts', 'discount_total']),
    shipping: field('money', 'shipping', ['shipping_total', 'delivery_cost', 'shipping_cost']),
    tax: field('money', 'tax', ['taxes', 'vat', 'tax_total']),
    refunded: field('money', 'refunded amount', ['refunded_amount', 'amount_refunded', 'refund_total']),
    item_count: field('number', 'number of items', ['items_sold', 'number_of_items', 'number_of_cds', 'item_quantity']),
    channel: field('text', 'channel', ['sales_channel', 'source_name', 'store', 'store_id', 'location']),
    coupon: field('text', 'coupon', ['discount_code', 'coupon_code', 'voucher', 'promo_code', 'coupons']),
    payment_method: field('text', 'payment method', ['payment', 'payment_type', 'gateway', 'method', 'tender']),
    ...place,
    customer_name: field('text', 'customer name', ['billing_name', 'customer_name', 'name']),
    first_name: field('text', 'first name', ['billing_first_name', 'first_name_billing', 'customer_first_name']),
    last_name: field('text', 'last name', ['billing_last_name', 'last_name_billing', 'customer_last_name']),
    company: field('text', 'company', ['billing_company']),
    accepts_email: field('consent', 'accepts e-mail marketing', ['accepts_marketing']),
    tags: field('list', 'tags', []),
    // One row per line: these describe the line.
    product_id: field('identifier', 'product id', ['sku', 'stock_code', 'item_id', 'product_code', 'article', 'lineitem_sku', 'upc']),
    product: field('text', 'product', ['product_name', 'item', 'item_name', 'description', 'item_description', 'lineitem_name', 'title']),
    category: field('text', 'category', ['product_category', 'department', 'category_name', 'product_type', 'collection']),
    brand: field('text', 'brand', ['vendor', 'manufacturer']),
    variant: field('text', 'variant', ['option', 'size']),
    quantity: field('number', 'quantity', ['qty', 'lineitem_quantity', 'units', 'menge']),
    price: field('money', 'unit price', ['unit_price', 'lineitem_price', 'item_price', 'preis']),
    line_discount: field('money', 'line discount', ['lineitem_discount', 'item_discount']),
    line_total: field('money', 'line total', ['line_amount', 'sales_value', 'item_total', 'extended_price']),
  },
  items: {
    order_id: field('identifier', 'order id', ['order', 'order_no', 'order_number', 'invoice', 'invoice_no', 'basket_id'], true),
    product_id: field('identifier', 'product id', ['sku', 'stock_code', 'item_id', 'product_code']),
    product: field('text', 'product', ['product_name', 'name', 'item', 'description']),
    category: field('text', 'category', ['product_category', 'department']),
    brand: field('text', 'brand', ['vendor', 'manufacturer']),
    variant: field('text', 'variant', ['option', 'size']),
    quantity: field('number', 'quantity', ['qty', 'units']),
    price: field('money', 'unit price', ['unit_price', 'item_price']),
    line_discount: field('money', 'line discount', ['discount', 'item_discount']),
    line_total: field('money', 'line total', ['total', 'amount', 'line_amount', 'item_total']),
  },
  products: {
    product_id: field('identifier', 'product id', ['id', 'sku', 'stock_code', 'product_code', 'upc'], true),
    name: field('text', 'product', ['product', 'product_name', 'title', 'description']),
    category: field('text', 'category', ['product_category', 'department', 'type']),
    brand: field('text', 'brand', ['vendor', 'manufacturer']),
    price: field('money', 'price', ['unit_price', 'list_price']),
    cost: field('money', 'cost', ['unit_cost', 'cost_price', 'cogs']),
  },
  events: {
    ...identifierFields,
    event: field('text', 'event name', ['event_name', 'action', 'event_type', 'activity'], true),
    occurred_at: field(
      'instant',
      'happened at',
      ['timestamp', 'time', 'date', 'datetime', 'event_time', 'event_timestamp', 'created_at', 'ts', 'original_timestamp'],
      true,
    ),
    time_of_day: field('text', 'time of day, beside a date', ['clock_time']),
    event_id: field('identifier', 'event id', ['message_id', 'uuid', 'id']),
    received_at: field('instant', 'received at', []),
    value: field('number', 'value', ['amount', 'revenue', 'price']),
    product_id: field('identifier', 'product id', ['sku', 'item_id']),
    product: field('text', 'product', ['product_name', 'item']),
    category: field('text', 'category', ['product_category']),
    campaign: field('text', 'campaign', ['utm_campaign', 'campaign_name', 'campaign_id']),
    channel: field('text', 'channel', ['source', 'medium', 'utm_source', 'acquisition_channel']),
    device: field('text', 'device', ['platform', 'device_type', 'device_category']),
    page: field('text', 'page', ['url', 'path', 'page_url', 'page_location']),
    session: field('identifier', 'session', ['session_id']),
  },
  messages: {
    ...identifierFields,
    /** delivered, opened, clicked, bounced, complained, unsubscribed, sent: stored as events `Email Delivered`, `Email Opened`, `Email Link Clicked`, `Email Bounced`, `Email Marked as Spam`, `Unsubscribed`, `Email Sent`. */
    event: field('text', 'what happened', ['action', 'event_type', 'status', 'activity', 'type'], true),
    occurred_at: field('instant', 'happened at', ['timestamp', 'time', 'date', 'datetime', 'sent_at', 'event_time'], true),
    time_of_day: field('text', 'time of day, beside a date', ['clock_time']),
    event_id: field('identifier', 'message id', ['message_id', 'id']),
    campaign: field('text', 'campaign', ['campaign_name', 'campaign_title', 'subject', 'campaign_id']),
    channel: field('text', 'channel', ['medium']),
    page: field('text', 'link', ['url', 'link_url']),
  },
  feedback: {
    ...identifierFields,
    feedback_id: field('identifier', 'record id', ['id', 'review_id', 'ticket_id', 'respondent_id', 'response_id']),
    feedback_kind: field('text', 'review, ticket or survey', ['kind', 'type']),
    occurred_at: field('instant', 'given at', ['created_at', 'date', 'timestamp', 'submitted_at', 'start_date', 'end_date']),
    rating: field('number', 'rating', ['score', 'stars', 'satisfaction_score', 'nps', 'csat', 'nps_score', 'csat_score']),
    subject: field('text', 'subject', ['title', 'headline', 'summary']),
    text: field('text', 'text', ['review', 'review_text', 'body', 'comment', 'comments', 'message', 'feedback']),
    status: field('text', 'status', ['ticket_status']),
    product_id: field('identifier', 'product id', ['sku', 'clothing_id', 'item_id']),
    product: field('text', 'product', ['product_name']),
    category: field('text', 'category', ['class_name', 'department_name']),
    channel: field('text', 'channel', ['via', 'source']),
  },
} satisfies Record<Kind, Record<string, FieldDefinition>>;

/** Definition of a field, undefined when the kind has none of that name. */
export function fieldOf(kind: Kind, name: string): FieldDefinition | undefined {
  const fields: Readonly<Record<string, FieldDefinition>> = fieldCatalogue[kind];
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Fields of orders that describe a line: a source that has one of them is one row per line. */
export const lineFields = ['product_id', 'product', 'category', 'brand', 'variant', 'quantity', 'price', 'line_discount', 'line_total'] as const;
