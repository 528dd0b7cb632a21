import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import type { Route, Streamed } from '../route.ts';

type Checked = { readonly params: unknown; readonly query: unknown; readonly body: unknown };

/** What was sent, where it is JSON: kept for a repeated `Idempotency-Key`. */
export type Sent = { readonly status: number; readonly body: unknown } | undefined;

/** Runs the route and sends what it answers: JSON cut to the documented shape, a file, or a stream. */
export async function sendAnswer(route: Route, context: Context, input: Checked, request: FastifyRequest, reply: FastifyReply): Promise<Sent> {
  if (route.kind === 'stream') return sendStream(route.streams, await route.handle(context, input), reply);
  const answer = route.kind === 'upload' ? await route.handle(context, { ...input, file: request.body as Readable }) : await route.handle(context, input);
  // Parsing is what keeps the document honest: what it does not promise does not go out, and a broken promise is our error.
  const body = route.answers.parse(answer);
  void reply.status(route.status).header('cache-control', 'no-store').send(body);
  return { status: route.status, body };
}

function sendStream(type: string, { body, fileName, alone }: Streamed, reply: FastifyReply): undefined {
  void reply.type(type === 'text/event-stream' ? type : `${type}; charset=utf-8`).header('cache-control', 'no-store');
  if (fileName !== undefined)
    void reply.header(
      'content-disposition',
      `attachment; filename="${fileName.replaceAll(/[^\w.-]+/g, '-')}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    );
  if (alone === true)
    void reply.header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'");
  // A stream of events must not wait for a compressor's buffer to fill.
  if (type === 'text/event-stream') void reply.header('x-accel-buffering', 'no').header('x-no-compression', 'true');
  void reply.send(body);
  return undefined;
}
