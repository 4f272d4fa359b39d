import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright';
import { expect } from 'vitest';

/** A file as Playwright hands it to an input. */
export interface MadeFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const made = (name: string, mimeType: string, bytes: Uint8Array): MadeFile => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});

/** Chooses files in the page's *Open file…* dialog. */
export async function openFiles(page: Page, files: readonly MadeFile[] | readonly string[]): Promise<void> {
  await page.getByTestId('open-file').setInputFiles(files as MadeFile[]);
}

/** Drags the files over the page and drops them there, as from a folder of the desktop. */
export async function dropFiles(page: Page, files: readonly MadeFile[]): Promise<void> {
  const dragged = await page.evaluateHandle(
    async (list) => {
      const transfer = new DataTransfer();
      for (const { name, type, base64 } of list) {
        const bytes = await (await fetch(`data:application/octet-stream;base64,${base64}`)).arrayBuffer();
        transfer.items.add(new File([bytes], name, { type }));
      }
      return transfer;
    },
    files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, base64: buffer.toString('base64') })),
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: dragged });
  const target = page.getByText('Drop to open');
  // The sign is always there, and seen only while something is dragged.
  const seen = (): Promise<boolean> => target.evaluate((element) => element.checkVisibility({ opacityProperty: true }));
  await expect.poll(seen).toBe(true);
  await target.dispatchEvent('dragover', { dataTransfer: dragged });
  await target.dispatchEvent('drop', { dataTransfer: dragged });
  await expect.poll(seen).toBe(false);
  await dragged.dispose();
}

/** A file of the disk, gzipped. */
export const gzippedFile = (path: string): MadeFile => made(basename(path), 'application/gzip', readFileSync(path));

/** A CSV text as a file. */
export const csv = (name: string, text: string): MadeFile => made(name, 'text/csv', strToU8(text));

/** A column of numbers around 3. */
export const oneColumn = (): MadeFile =>
  csv('radii.csv', `radius\n${Array.from({ length: 200 }, (_, i) => 3 + Math.sin(i) / 5).join('\n')}\n`);

/** Two columns: points on a circle. */
export const twoColumns = (): MadeFile => {
  const points = Array.from({ length: 200 }, (_, i) => `${Math.cos(i)};${Math.sin(i)}`);
  return csv('circle.csv', `x;y\n${points.join('\n')}\n`);
};

/** CIFAR-10 records of plain colours. */
export function cifarRecords(count: number): MadeFile {
  const record = (label: number) =>
    Uint8Array.from({ length: 3073 }, (_, i) => (i === 0 ? label : (25 * label + i) % 256));
  return made(
    'data_batch_1.bin',
    'application/octet-stream',
    Buffer.concat(Array.from({ length: count }, (_, i) => record(i % 10))),
  );
}

/** Files with something wrong in each, and the group of problems that says so. */
export const WRONG: readonly { what: string; files: MadeFile[]; code: RegExp }[] = [
  { what: 'a table without numbers', files: [csv('names.csv', 'name\nAda\nGrace\n')], code: /^csv\./ },
  { what: 'an empty file', files: [csv('empty.csv', '')], code: /^data\.empty/ },
  {
    what: 'a cut gzip file',
    files: [made('train-labels-idx1-ubyte.gz', 'application/gzip', gzipSync(new Uint8Array(5000)).slice(0, 20))],
    code: /^data\.gzip/,
  },
  {
    what: 'MNIST images alone',
    files: [made('train-images-idx3-ubyte', '', Uint8Array.from([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 9]))],
    code: /^mnist\./,
  },
  {
    what: 'IDX that promises more than it holds',
    files: [made('train-labels-idx1-ubyte', '', Uint8Array.from([0, 0, 8, 1, 0, 0, 0xea, 0x60, 1, 2, 3]))],
    code: /^idx\./,
  },
  {
    what: 'cut CIFAR records',
    files: [{ ...cifarRecords(2), buffer: cifarRecords(2).buffer.subarray(0, 5000) }],
    code: /^cifar\./,
  },
  {
    what: 'a ZIP without pictures',
    files: [made('notes.zip', 'application/zip', zipSync({ 'a.txt': strToU8('a') }))],
    code: /^images\./,
  },
  {
    what: 'a picture that is none',
    files: [made('cat.png', 'image/png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))],
    code: /^images\./,
  },
  {
    what: 'a configuration that is no JSON',
    files: [made('run.json', 'application/json', strToU8('{"system":'))],
    code: /^config\./,
  },
  {
    what: 'a configuration of nothing',
    files: [made('run.json', 'application/json', strToU8('{"system":"tea"}'))],
    code: /^config\./,
  },
  {
    what: 'a damaged snapshot',
    files: [
      made('run.zip', 'application/zip', zipSync({ 'minimax.json': strToU8('{}'), 'weights.bin': new Uint8Array(8) })),
    ],
    code: /^snapshot\./,
  },
];
