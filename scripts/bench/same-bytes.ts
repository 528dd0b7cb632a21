import { createServer } from 'node:http';

// The least that answering over HTTP costs: a bare server that takes the same question and sends the same bytes.
const bytes = process.argv[2] ?? '{}';
const server = createServer((question, answer) => {
  question.resume();
  question.on('end', () => answer.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(bytes) }).end(bytes));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`at http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}\n`);
});
