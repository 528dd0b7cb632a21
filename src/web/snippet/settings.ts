/** How the snippet behaves, from the attributes of its script element or from `load`. */
export type Settings = {
  readonly key: string;
  /** Where the server is: where the script came from, unless said otherwise. */
  readonly host: string;
  /** `granted` where the shop has asked already; otherwise everything waits for `clientele.consent(true)`. */
  readonly consent: boolean;
  /** Without consent: `hold` what happens in memory, or send it `cookieless` under an id that ends with the page. */
  readonly before: 'hold' | 'cookieless';
  /** Page views are told by themselves, also where a page changes without loading. */
  readonly pages: boolean;
};

export function settingsOf(script: HTMLOrSVGScriptElement | null, given: Partial<Settings> = {}): Settings {
  const data = script?.dataset ?? {};
  const address = script instanceof HTMLScriptElement ? script.src : '';
  return {
    key: data['key'] ?? '',
    host: data['host'] ?? (address === '' ? location.origin : new URL(address).origin),
    consent: data['consent'] === 'granted',
    before: data['before'] === 'cookieless' ? 'cookieless' : 'hold',
    pages: data['pages'] !== 'manual',
    ...given,
  };
}

/** The visitor's browser says that they do not want to be followed: nothing on this page outweighs it. */
export function refused(): boolean {
  const { globalPrivacyControl: control, doNotTrack } = navigator as Navigator & { readonly globalPrivacyControl?: boolean };
  return control === true || doNotTrack === '1';
}
