/**
 * What the cookies of sessions begin with; the tag of the workspace follows, so that two of them on one machine do not sign each other out. The
 * `__Host-` prefix has browsers insist on this very host, the whole path and a secure connection (localhost counts as one).
 */
export const sessionCookies = '__Host-clientele';
