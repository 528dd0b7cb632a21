import Bowser from 'bowser';

/** What a browser says of itself, in few words that segments can use. */
export type Agent = { readonly browser?: string; readonly os?: string; readonly device?: 'desktop' | 'mobile' | 'tablet' | 'tv' | 'bot' };

const longest = 1000;

/** Reads a user agent; what it does not tell is left out. */
export function readUserAgent(written: string): Agent {
  if (written === '' || written.length > longest) return {};
  // oxlint-disable-next-line import/no-named-as-default-member -- Node sees the default export alone
  const { browser, os, platform } = Bowser.parse(written);
  const device = deviceOf(platform.type);
  return {
    ...(browser.name === undefined || browser.name === '' ? {} : { browser: browser.name }),
    ...(os.name === undefined || os.name === '' ? {} : { os: os.name }),
    ...(device === undefined ? {} : { device }),
  };
}

function deviceOf(type: string | undefined): Agent['device'] | undefined {
  switch (type) {
    case 'desktop':
    case 'mobile':
    case 'tablet':
    case 'tv':
    case 'bot':
      return type;
    default:
      return undefined;
  }
}

/** What a call says of its device. Libraries of apps tell the system in the place of the kind. */
export function kindOfDevice(told: string | undefined, model: string | undefined): string | undefined {
  const type = told?.toLowerCase();
  if (type !== 'ios' && type !== 'ipados' && type !== 'android') return type;
  return type === 'ipados' || /\b(?:ipad|tablet)/i.test(model ?? '') ? 'tablet' : 'mobile';
}
