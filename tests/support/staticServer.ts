import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const COMPRESSED = new Set(['.html', '.js', '.mjs', '.css', '.json', '.wasm', '.svg']);

export interface StaticServer {
  /** Address of the folder, with the sub-path and a slash at its end. */
  url: string;
  /** What was sent so far, in order: path inside the folder, and bytes of the body as they crossed the wire. */
  sent: { path: string; bytes: number }[];
  close(): Promise<void>;
}

/**
 * Serves a folder below a sub-path, with gzip, as any plain static server would; on a free port of this machine only.
 * An unknown path answers 404 with an empty body.
 * `more`: headers that go with every file.
 */
export async function serveFolder(
  folder: string,
  subPath = '/some/sub/path/',
  more: Readonly<Record<string, string>> = {},
): Promise<StaticServer> {
  const compressed = new Map<string, Buffer>();
  const sent: StaticServer['sent'] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const inside = path.startsWith(subPath) ? normalize(path.slice(subPath.length) || 'index.html') : null;
    const file = inside === null || inside.startsWith('..') ? null : join(folder, inside);
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    if (!COMPRESSED.has(extname(file)) || !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
      const { size } = statSync(file);
      sent.push({ path: inside as string, bytes: size });
      response.writeHead(200, { ...more, 'content-type': type, 'content-length': size });
      createReadStream(file).pipe(response);
      return;
    }
    const body = compressed.get(file) ?? gzipSync(readFileSync(file), { level: 9 });
    compressed.set(file, body);
    sent.push({ path: inside as string, bytes: body.length });
    response.writeHead(200, {
      ...more,
      'content-type': type,
      'content-encoding': 'gzip',
      'content-length': body.length,
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${subPath}`, sent, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
