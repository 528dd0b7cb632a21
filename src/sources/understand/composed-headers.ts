import type { Kind } from '../../contract/index.ts';

// Headers that people put together from words everybody uses (`Member No.`, `Date of booking`, `Amount paid (EUR)`), written as `fieldName` writes them.
const oneOf = (...words: readonly string[]): string => `(?:${words.join('|')})`;

/** Whoever a business serves, as the trades call them. Not `user`, `staff` or `agent` alone: in a till's export that is who sold. */
const person = oneOf(
  'customer',
  'cust',
  'client',
  'member',
  'membership',
  'guest',
  'patient',
  'subscriber',
  'student',
  'pupil',
  'buyer',
  'shopper',
  'patron',
  'donor',
  'supporter',
  'loyalty(?:_card)?',
);
const number = oneOf('id', 'ids', 'no', 'nr', 'num', 'number', 'nbr', 'code', 'ref', 'reference', 'key');
/** What is sold in one go. */
const sale = oneOf(
  'order',
  'invoice',
  'receipt',
  'transaction',
  'trans',
  'sale',
  'sales',
  'bill',
  'basket',
  'booking',
  'reservation',
  'payment',
  'purchase',
  'appointment',
  'appt',
  'donation',
  'docket',
);
const moment = oneOf('date', 'time', 'datetime', 'date_time', 'at', 'on', 'timestamp', 'day');
/** What customers do that is no sale. */
const happening = oneOf('event', 'visit', 'check_in', 'checkin', 'class', 'session', 'login', 'appointment', 'attendance', 'activity', 'scan', 'entry');
const currency = oneOf('gbp', 'eur', 'usd', 'cad', 'aud', 'nzd', 'chf', 'sek', 'nok', 'dkk', 'pln', 'czk', 'pounds', 'euros?', 'dollars');
const taxed = oneOf('(?:inc|incl|including|with|ex|excl|excluding|before|after)_(?:vat|tax|taxes|gst)', 'gross', 'net');
const amount = oneOf('total', 'amount', 'value', 'sum', 'revenue');
const agreed = oneOf(
  'ok',
  'okay',
  'opt_?in',
  'opted_in',
  'consent',
  'permission',
  'allowed',
  'agreed',
  'agrees',
  'accepted',
  'accepts',
  'subscribed',
  'subscriber',
  'subscription',
);
/** Whose address it is. */
const somewhere = oneOf('billing', 'shipping', 'ship', 'bill', 'delivery', 'home', 'mailing', 'buyer', 'customer', 'client', 'member');
const joining = oneOf(
  'join',
  'joining',
  'joined',
  'sign_?up',
  'signed_up',
  'register',
  'registered',
  'registration',
  'enrol',
  'enrolled',
  'enrolment',
  'enrollment',
  'account_created',
);

/** As `fieldName` leaves `(1-5)` or `1 to 10`. */
const scale = '(?:_(?:on_a_scale_of_)?[01]_(?:to_)?(?:5|7|10|100))?';

type Patterns = Readonly<Record<string, RegExp>>;
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

const ofAnybody: Patterns = {
  customer_id: whole(`${person}_(?:user_)?${number}|${person}_user_?name|${person}_account(?:_${number})?|account_${oneOf('no', 'nr', 'number', 'ref')}`),
  phone: whole(
    `(?:${person}_|contact_|home_|work_)?${oneOf('mobile', 'mob', 'cell', 'phone', 'telephone', 'tel', 'cellphone')}(?:_phone)?(?:_${oneOf('no', 'nr', 'num', 'number')})?|contact_${oneOf('no', 'nr', 'number')}`,
  ),
  email: whole(`(?:${person}_|contact_|primary_|your_|billing_|from_|payer_|sender_)?e?_?mail(?:_(?:address|id|addr))?`),
};

/** Of a list of customers or of what they bought. */
const aboutThem: Patterns = {
  first_name: whole(`(?:${person}_|contact_)?(?:fore_?names?|first_names?|given_names?|christian_name|first)`),
  last_name: whole(`(?:${person}_|contact_)?(?:surnames?|last_names?|family_names?|last)`),
  postcode: whole(`(?:${somewhere}_)?(?:post_?code|zip_?code|postal_?code|zip)`),
  city: whole(`(?:${somewhere}_)?(?:city|town)`),
  region: whole(`(?:${somewhere}_)?(?:state|province|county|region)`),
  country: whole(`(?:${somewhere}_)?country(?:_code)?`),
  accepts_email: whole(
    `(?:e?_?mail_?|marketing_|newsletter_|promo(?:tion)?s?_|mailing_list_)+(?:${agreed}|yes_no)|(?:${agreed}|receives?)_(?:to_|for_)?(?:receive_)?(?:the_)?(?:e?_?mails?|marketing|newsletters?|offers)(?:_(?:e?_?mails?|marketing))?`,
  ),
};

const patterns: Readonly<Partial<Record<Kind, Patterns>>> = {
  customers: {
    ...ofAnybody,
    ...aboutThem,
    name: whole(`${person}_(?:full_)?name`),
    birthday: whole('(?:birth_?day|date_of_birth|birth_date|d_?o_?b|born)(?:_on)?'),
    signed_up_at: whole(
      `(?:date_|day_)?(?:of_)?${joining}(?:_${moment})?|${oneOf('member', 'client', 'customer', 'subscriber', 'patient')}_since|membership_start(?:_date)?`,
    ),
    accepts_sms: whole(`(?:sms|text|text_message)s?_(?:marketing_)?(?:${agreed}|yes_no)|${agreed}_(?:to_)?(?:sms|texts?)(?:_marketing)?`),
    gender: whole('gender_identity|sex_gender|gender_sex'),
    company: whole(`${oneOf('account', 'organi[sz]ation', 'business', 'firm')}_name`),
    company_size: whole('(?:no|number)_of_(?:employees|staff)|employee_(?:count|range)|team_size'),
  },
  orders: {
    ...ofAnybody,
    ...aboutThem,
    order_id: whole(`${sale}_${number}`),
    ordered_at: whole(
      `${sale}_${moment}|gift_date|${oneOf('ordered', 'purchased', 'paid', 'sold', 'booked', 'invoiced', 'placed')}_${moment}|(?:date|time)_of_(?:the_)?${sale}|date_${oneOf('paid', 'ordered', 'sold')}`,
    ),
    status: whole(`${sale}_(?:status|state)`),
    total: whole(
      `(?:grand_|${taxed}_|${sale}_|gift_)*(?:${amount}|(?:total_)?(?:paid|charged|spent|sales)|total_${oneOf('price', 'amount', 'value')}|${oneOf('amount', 'price', 'total')}_${oneOf('paid', 'charged')})(?:_${taxed})?(?:_(?:in_)?${currency})?(?:_(?:base|purchased))?|${taxed}(?:_amount)?`,
    ),
    price: whole(`(?:unit_|item_|sales?_)?price(?:_each|_per_unit)?(?:_${taxed})?(?:_(?:in_)?${currency})?|unit_(?:amount|cost)`),
    payment_method: whole('(?:payment_|pay_|tender_)(?:method|type)|paid_(?:by|with|via)|method_of_payment'),
    customer_name: whole(`(?:${person}|contact|payer|bill_to|billed_to)_(?:full_)?name|full_name`),
    product: whole(
      `${oneOf('product', 'item', 'service', 'treatment')}_${oneOf('purchased', 'sold', 'bought', 'title', 'name', 'description')}|${oneOf('service', 'treatment', 'product_service', 'menu_item', 'dish')}s?`,
    ),
    quantity: whole(
      `(?:${oneOf('item', 'product', 'order', 'ordered', 'sold')}_)?${oneOf('qty', 'quantity')}(?:_${oneOf('ordered', 'sold', 'purchased', 'bought')})?|(?:no|number)_of_units`,
    ),
    coupon: whole(`${oneOf('coupon', 'discount', 'promo', 'promotion', 'voucher')}s?_?${oneOf('code', 'codes', 'used', 'applied', 'name')}`),
  },
  events: {
    ...ofAnybody,
    occurred_at: whole(`(?:${happening}_)${moment}|(?:date|time)_of_${happening}|${oneOf('checked_in', 'logged_in', 'visited', 'attended')}(?:_${moment})?`),
    event: whole(`${happening}_(?:type|name)|type_of_${happening}`),
  },
  messages: ofAnybody,
  feedback: {
    ...ofAnybody,
    rating: whole(
      `(?:overall_|customer_|order_|service_|your_)*(?:satisfaction|csat|nps)(?:_(?:score|rating|level))?${scale}|how_(?:satisfied|happy|pleased)_.*|how_would_you_rate_.*|(?:how_likely|would_you)_.*recommend.*`,
    ),
    feedback_id: whole(`${oneOf('ticket', 'case', 'conversation', 'review', 'response', 'survey', 'submission')}(?:_${number})?`),
    text: whole('description|details|question|complaint|issue|first_message|feedback_text|your_(?:feedback|review|comments?)'),
    occurred_at: whole(
      `${oneOf('review', 'response', 'feedback', 'survey', 'submission', 'ticket')}_${moment}|${oneOf('submitted', 'reviewed', 'answered', 'created', 'opened')}(?:_${moment})?`,
    ),
  },
};

const ofCompany: Patterns = {
  customer_id: whole(`${oneOf('account', 'company', 'organi[sz]ation', 'org', 'business', 'workspace', 'tenant', 'team')}_${number}`),
};
/** Words that can mean a field where nothing else in the file does. */
const vague: Readonly<Partial<Record<Kind, Patterns>>> = {
  customers: ofCompany,
  orders: {
    ...ofCompany,
    order_id: whole(oneOf('no', 'nr', 'num', 'number', 'nbr', 'ref', 'reference')),
    total: whole(`${oneOf('fees?', 'charges?', 'cost', 'sold_for', 'gift')}|${amount}_due`),
    ordered_at: whole(`${sale}|when|day|opened(?:_(?:date|at|on))?|closed_(?:date|at|on)|created_(?:date|on)|date_created`),
  },
  events: ofCompany,
  feedback: ofCompany,
};

/** People of the business itself, whose addresses are nobody's who is served. */
const staff = oneOf(
  'owner',
  'agent',
  'assignee',
  'assigned',
  'staff',
  'employee',
  'rep',
  'seller',
  'manager',
  'operator',
  'cashier',
  'practitioner',
  'stylist',
  'trainer',
  'instructor',
  'sender',
  'merchant',
);
const ofStaff = new RegExp(`(?:^|_)${staff}(?:_|$)|^(?:to|created_by|sold_by|served_by|handled_by)(?:_|$)`);
export const isOfStaff = (header: string): boolean => ofStaff.test(header);

/** Whether a header is put together so that it means this field. */
export const isComposedFor = (kind: Kind, field: string, header: string): boolean => patterns[kind]?.[field]?.test(header) ?? false;

export const isVaguely = (kind: Kind, field: string, header: string): boolean => vague[kind]?.[field]?.test(header) ?? false;

/** A word for whoever is served, alone: an id where its values are like ids. */
export const isPersonAlone = (header: string): boolean => personAlone.test(header);

const personAlone = whole(person);
