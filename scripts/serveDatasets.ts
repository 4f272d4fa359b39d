import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { MNIST_FILES } from '../src/data/images/mnistFiles';
import { datasetsFolder } from '../src/headless/folderStore';

/** Only these names are ever looked up on the disk. */
const NAMES: ReadonlySet<string> = new Set(MNIST_FILES.flatMap(({ name }) => [name, `${name}.gz`]));
const FOLDER = 'datasets/mnist/';

/**
 * Serves MNIST from the folder of data sets as `datasets/mnist/<file>`, in development and preview. Everything else below
 * `datasets/` is a plain 404, not the page that Vite sends for unknown addresses.
 */
export function serveDatasets(folder: () => string = datasetsFolder): Plugin {
  const middleware =
    (base: string) =>
    (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      const root = base.startsWith('/') ? base : '/';
      if (!path.startsWith(`${root}datasets/`)) next();
      else if (request.method !== 'GET' && request.method !== 'HEAD') response.writeHead(405).end();
      else send(join(folder(), 'mnist'), path.slice(root.length), request.method, response);
    };
  return {
    name: 'serve-datasets',
    configureServer: ({ middlewares, config }) => void middlewares.use(middleware(config.base)),
    configurePreviewServer: ({ middlewares, config }) => void middlewares.use(middleware(config.base)),
  };
}

function send(folder: string, path: string, method: string, response: ServerResponse): void {
  const name = path.startsWith(FOLDER) ? path.slice(FOLDER.length) : '';
  const found = NAMES.has(name) ? statSync(join(folder, name), { throwIfNoEntry: false }) : undefined;
  if (!found?.isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end();
    return;
  }
  // No content-encoding: the page wants the bytes as they are on the disk.
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': found.size });
  if (method === 'HEAD') response.end();
  else createReadStream(join(folder, name)).pipe(response);
}
