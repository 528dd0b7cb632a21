// A shop in one page: browsing, a cart, signing in, an order. What the shop does for Clientele are the calls of `clientele`.
const products = [
  { product_id: 'espresso', name: 'Espresso roast', category: 'Beans', price: 9.5 },
  { product_id: 'filter', name: 'Filter roast', category: 'Beans', price: 10.5 },
  { product_id: 'grinder', name: 'Hand grinder', category: 'Brewing', price: 48 },
];

// Calls before the script is there are kept in this list and made then.
window.clientele = window.clientele ?? [];
const say = (method, ...values) => window.clientele.push([method, ...values]);
const script = document.createElement('script');
script.src = `${window.shop.server}/clientele.js`;
script.dataset.key = window.shop.key;
script.async = true;
document.head.append(script);

const money = (amount) => `£${amount.toFixed(2)}`;
const cart = [];

function showCart() {
  const value = cart.reduce((sum, { price }) => sum + price, 0);
  document.querySelector('#cart').replaceChildren(...cart.map(({ name, price }) => line(`${name} ${money(price)}`)));
  document.querySelector('#total').textContent = money(value);
  document.querySelector('#checkout').disabled = cart.length === 0;
  say('cart', { value, items: cart.length, products: cart.map(({ name }) => name) });
}

function line(text, ...more) {
  const item = document.createElement('li');
  item.append(text, ...more);
  return item;
}

function button(text, act) {
  const made = document.createElement('button');
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

document.querySelector('#products').replaceChildren(
  ...products.map((product) =>
    line(
      `${product.name} ${money(product.price)} `,
      button('Look', () => {
        say('productViewed', product);
        document.querySelector('#said').textContent = `You look at ${product.name}.`;
      }),
      button('Add', () => {
        cart.push(product);
        say('productAdded', product);
        showCart();
      }),
    ),
  ),
);

// The shop asks, remembers the answer itself, and says it again on every page. Before a yes it keeps nothing either.
const consent = document.querySelector('#consent');
consent.checked = localStorage.getItem('shop-consent') === 'yes';
if (consent.checked) say('consent', true);
consent.addEventListener('change', () => {
  if (consent.checked) localStorage.setItem('shop-consent', 'yes');
  else localStorage.removeItem('shop-consent');
  say('consent', consent.checked);
  if (consent.checked) say('identify', undefined, { accepts_personalisation: true });
});

document.querySelector('#sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  const email = document.querySelector('#email').value;
  say('identify', email, { email });
  say('flush');
  document.querySelector('#said').textContent = `Signed in as ${email}.`;
  // What is made for this customer can only be known once the server knows who it is.
  setTimeout(() => say('slots'), 1000);
});

document.querySelector('#checkout').addEventListener('click', () => {
  const total = cart.reduce((sum, { price }) => sum + price, 0);
  say('orderCompleted', { order_id: `web-${Date.now()}`, total, currency: 'GBP', products: cart.map((product) => ({ ...product, quantity: 1 })) });
  cart.length = 0;
  showCart();
  document.querySelector('#said').textContent = 'Thank you for your order.';
});
