import { createServer, type Server } from 'node:http';

/** `GET /health`: 200 while the worker polls and the record answers, otherwise 503. */
export function healthServer(port: number, healthy: () => Promise<boolean>): Server {
  return createServer((request, response) => {
    if (request.url !== '/health') return void response.writeHead(404).end();
    healthy().then(
      (well) => response.writeHead(well ? 200 : 503).end(well ? 'well' : 'not well'),
      () => response.writeHead(503).end('not well'),
    );
  }).listen(port);
}
