/** Whether services of the internet can send to this address: over https, and not to this machine or this network alone. */
export function reachedFromOutside({ protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>): boolean {
  return protocol === 'https:' && !near.some((pattern) => pattern.test(hostname));
}

const near: readonly RegExp[] = [
  /^localhost$|\.localhost$|\.local$|\.internal$/,
  /^127\.|^10\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^0\.0\.0\.0$/,
  /^\[(::1|f[cd][0-9a-f]{2}:|fe80:)/,
];
