import type { Preset } from './preset.ts';

/**
 * One row per variant, and per further picture: what holds for the whole product stands on the first row of its handle. Orders call a variant by its SKU and
 * by `Title - Option1 / Option2`. Since 2025 the same columns have other names (`URL handle`, `SKU`, `Price`).
 */
export const shopifyProducts: Preset = {
  id: 'shopify-products',
  title: 'Shopify products',
  kind: 'products',
  source: 'shopify',
  signature: [['Handle', 'URL handle'], 'Title', 'Vendor', 'Option1 Value', ['Variant Price', 'Price']],
  fields: {
    product_id: ['Variant SKU', 'SKU'],
    name: 'Title',
    category: ['Type', 'Product Type', 'Custom Product Type', 'Product Category', 'Standardized Product Type', 'Standard Product Type'],
    brand: 'Vendor',
    price: ['Variant Price', 'Price'],
    cost: 'Cost per item',
  },
  ignore: [
    'Body (HTML)',
    'Body HTML',
    'Description',
    'Image *',
    'Product image URL',
    'Variant Image*',
    'SEO *',
    'Google Shopping /*',
    'Option* Linked To',
    'Variant Inventory *',
    'Inventory *',
    'Variant Fulfillment Service',
    'Fulfillment service',
    'Variant Requires Shipping',
    'Requires shipping',
    'Variant Taxable',
    'Charge tax',
    'Variant Tax Code',
    'Tax code',
    'Variant Grams',
    'Weight *',
    'Variant Weight Unit',
    'Unit Price *',
    'Continue selling when out of stock',
    'Included / *',
    'Price / *',
    'Compare At Price / *',
  ],
  optionsByHeaders: (first, headers) => {
    const handle = first('Handle', 'URL handle') ?? 'Handle';
    const options = ['Option1 Value', 'Option2 Value', 'Option3 Value'].flatMap((name) => first(name) ?? []);
    const own = new Set([
      'title',
      'vendor',
      'type',
      'product type',
      'custom product type',
      'product category',
      'standardized product type',
      'standard product type',
    ]);
    const ofProduct = (header: string): boolean =>
      own.has(header.toLowerCase()) || /^(?:tags|status|published|published on online store|option\d name)$|\(product\.metafields/i.test(header);
    return { inheritColumns: { by: handle, columns: headers.filter(ofProduct) }, variantFrom: options, productIdFrom: [handle, ...options] };
  },
  options: { categoryPath: 'one' },
  skipRowsWithout: ['Variant SKU', 'SKU', 'Variant Price', 'Price'],
};
