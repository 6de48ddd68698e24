import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A provider in a process of its own, so that its work is not done on the product's thread. Tells
 * its parent the port, and then of each request when its head arrived (monotonic clock of the
 * machine, nanoseconds as text) and what it was.
 */
const server = createServer((request, response) => {
  const at = process.hrtime.bigint().toString();
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.end('OK');
    const { method, url, headers } = request;
    process.send?.({ at, method, path: url, headers, body: Buffer.concat(chunks).toString() });
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on('disconnect', () => process.exit(0));
