import type { Preset } from './preset.ts';

/**
 * The shop's own product export. A variation is a row of its own that names its parent (by SKU, else `id:12`) and leaves categories and brands to it; its name says
 * the variant already. Orders call a product by its SKU, else by its number. Several categories stand between commas, each with its parents (`Drinks > Tea`).
 */
export const woocommerceProducts: Preset = {
  id: 'woocommerce-products',
  title: 'WooCommerce products',
  kind: 'products',
  source: 'woocommerce',
  signature: ['ID', 'Type', 'SKU', 'Name', 'Published', 'Regular price', 'Categories', 'Parent'],
  fields: {
    product_id: 'SKU',
    name: 'Name',
    category: 'Categories',
    brand: ['Brands', 'Brand'],
    price: 'Regular price',
    cost: ['Cost of goods', 'Cost of goods sold', 'Meta: _wc_cog_cost', 'Meta: _cogs_value'],
  },
  ignore: [
    'Short description',
    'Description',
    'Images',
    'Weight (*',
    'Length (*',
    'Width (*',
    'Height (*',
    'Tax *',
    'In stock?',
    'Stock',
    'Low stock amount',
    'Backorders allowed?',
    'Sold individually?',
    'Allow customer reviews?',
    'Purchase note',
    'Date sale price *',
    'Shipping class',
    'Download *',
    'Grouped products',
    'Upsells',
    'Cross-sells',
    'External URL',
    'Button text',
    'Position',
    'Attribute * visible',
    'Attribute * global',
    'Attribute * default',
    'Is featured?',
    'Visibility in catalog',
    'Meta: *',
    'Swatches Attributes',
  ],
  options: {
    inheritColumns: { by: 'Parent', from: ['SKU', 'ID'], columns: ['Categories', 'Brands', 'Brand', 'Tags'] },
    productIdFrom: ['ID'],
    categoryPath: 'several',
  },
};
