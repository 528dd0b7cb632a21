/** The nonce of this page's content security policy: style elements made by libraries must carry it. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
