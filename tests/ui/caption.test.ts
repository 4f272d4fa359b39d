import { MantineProvider } from '@mantine/core';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import en from '../../src/locales/en';
import '../../src/ui/i18n';
import { Caption } from '../../src/ui/latent/tools/Caption';
import type { OpenedRun } from '../../src/worker/protocol';

it('says once what the pictures of a caption are', () => {
  const captions = { words: ['a', 'hat'], length: 4, examples: [{ caption: 'a hat' }] };
  const run = { data: { captions, shape: [8, 8, 3] } } as unknown as OpenedRun;
  const tool = createElement(Caption, { run, samples: [] } as never);
  const html = renderToStaticMarkup(createElement(MantineProvider, null, tool));
  expect(html.split(en.latent.caption.help)).toHaveLength(2);
});
