import type { Survey } from './survey.ts';
import { quoted } from './template.ts';

/** What shops that do not follow the e-commerce specification call the same: letters alone, in lower case (Google Analytics 4, Matomo, home-made logs). */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  'Page Viewed': ['pageview', 'viewpage', 'page', 'visit', 'home', 'homepage'],
  'Product List Viewed': ['viewitemlist', 'viewcategory', 'categoryview', 'categoryviewed', 'catalog', 'catalogue', 'catalogview'],
  'Product Viewed': ['viewitem', 'viewproduct', 'productview', 'productpage', 'itemview', 'viewcontent'],
  'Products Searched': ['search', 'viewsearchresults', 'productsearch', 'sitesearch'],
  'Product Added': ['addtocart', 'addedtocart', 'cartadd', 'addtobasket', 'addtobag'],
  'Checkout Started': ['begincheckout', 'initiatecheckout', 'checkout', 'startcheckout', 'shippingdetails', 'addshippinginfo'],
  'Order Completed': ['purchase', 'purchased', 'completedorder', 'orderplaced', 'placeorder', 'checkoutcompleted'],
};

const lettersOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '');

/** The name by which this shop's events call a standard happening: its own, where it is recorded, else the commonest that means the same. */
export function eventCalled(survey: Survey, name: string): string {
  if (survey.events.has(name)) return name;
  const same = new Set([lettersOf(name), ...(synonyms[name] ?? [])]);
  // Events come most people first.
  return [...survey.events.keys()].find((one) => same.has(lettersOf(one))) ?? name;
}

/** The same as text of the segment language. */
export const calledText = (survey: Survey, name: string): string => quoted(eventCalled(survey, name));

/** Customers with at least one event that means this. */
export const didEvent = (survey: Survey, name: string): number => survey.events.get(eventCalled(survey, name))?.customers ?? 0;

/** Who has not bought `within` a window: by orders, or by the events of buying where a shop records nothing else of it. */
export function notBought(survey: Survey, within = ''): string {
  const window = within === '' ? '' : ` ${within}`;
  if (survey.buyers === 0 && didEvent(survey, 'Order Completed') > 0) return `count(${calledText(survey, 'Order Completed')}${window}) = 0`;
  return within === '' ? 'orders = 0' : `count(orders${window}) = 0`;
}
