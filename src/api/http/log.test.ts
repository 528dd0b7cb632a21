import { PassThrough } from 'node:stream';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { createLog } from './log.ts';

test('the log tells route, status and time, and nothing that was typed', async () => {
  const lines: string[] = [];
  const to = new PassThrough();
  to.on('data', (line: Buffer) => lines.push(line.toString()));
  const server = fastify({ loggerInstance: createLog('info', to) });
  server.get('/customers/:id', (request, reply) => {
    request.log.info({ body: { password: 'hunter2hunter2', email: 'anna@example.org' } }, 'said');
    return reply.send({});
  });
  await server.inject({ url: '/customers/anna@example.org?search=anna', headers: { cookie: 'secret=1', authorization: 'Bearer clk_abc' } });
  await server.close();
  const text = lines.join('');
  expect(text).toContain('/customers/:id');
  expect(text).toContain('"statusCode":200');
  expect(text).not.toMatch(/anna|hunter2|secret|clk_abc/);
});
