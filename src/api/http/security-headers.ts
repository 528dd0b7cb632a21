import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyReply {
    /** Of this answer's content security policy: what the page's own style elements carry. */
    styleNonce: string;
  }
}

/**
 * A strict content security policy and its kin on every answer. Scripts come from here alone and never inline; style elements carry
 * this answer's nonce; style attributes are let through, since charts and positioned menus set them.
 */
export function addSecurityHeaders(server: FastifyInstance): void {
  server.decorateReply('styleNonce', '');
  server.addHook('onRequest', async (request, reply) => {
    // 122 random bits, of which node draws many at once: to draw them for each answer took a tenth of a decision.
    reply.styleNonce = randomUUID().replaceAll('-', '');
    void reply.headers({
      'content-security-policy': [
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self' 'nonce-${reply.styleNonce}'`,
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ].join('; '),
      'cross-origin-opener-policy': 'same-origin',
      // The script for pages is for the pages of every site.
      'cross-origin-resource-policy': request.url.split('?')[0] === '/clientele.js' ? 'cross-origin' : 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  });
}
