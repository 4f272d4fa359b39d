import { Autocomplete } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCaption } from '../../../core/captions';
import type { OpenedRun } from '../../../worker/protocol';
import { PictureGrid } from '../../pictures/PictureGrid';
import { useApp } from '../../store';
import type { ToolProps } from '../toolProps';
import { useNewest } from '../useNewest';
import { usePictures, useProgress } from '../usePictures';
import { withGiven } from '../vectors';

/** How many pictures are drawn of a caption. */
const COUNT = 10;

/** What the run draws of a sentence that somebody writes. */
export function Caption({ run, samples }: ToolProps) {
  const { t } = useTranslation();
  const { words: vocabulary, length, examples } = run.data.captions as NonNullable<OpenedRun['data']['captions']>;
  const [caption, setCaption] = useState(examples[0]?.caption ?? '');
  const { words, unknown } = useMemo(() => readCaption(caption, vocabulary, length), [caption, vocabulary, length]);
  const read = useApp((app) => app.readCaption);
  const progress = useProgress();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reader learns while the run goes on
  const question = useMemo(
    () => (words.some((word) => word >= 0) ? Float32Array.from(words) : null),
    [words, progress],
  );
  const code = useNewest(question, read)?.answer;
  const latents = useMemo(
    () => (code ? samples.slice(0, COUNT).map((latent) => withGiven(latent, code, run.prior)) : []),
    [code, samples, run.prior],
  );
  const made = usePictures(latents);
  return (
    <div className="latent-tool">
      <Autocomplete
        size="sm"
        label={t('latent.caption.label')}
        value={caption}
        onChange={setCaption}
        data={examples.map((example) => example.caption)}
        // All of them, whatever stands there: they say what can be asked for.
        filter={({ options }) => options}
        comboboxProps={{ withinPortal: false }}
        withScrollArea={false}
        maxDropdownHeight={480}
        inputWrapperOrder={['label', 'input', 'description']}
        description={unknown.length > 0 && t('latent.caption.unknown', { words: unknown.join(', ') })}
      />
      {made && (
        <PictureGrid
          className="latent-strip"
          bytes={made.bytes}
          shape={run.data.shape}
          count={COUNT}
          label={t('latent.caption.pictures', { caption })}
        />
      )}
      <p className="quiet">
        {t('latent.caption.help')}{' '}
        {t('latent.caption.words', { count: vocabulary.length, words: vocabulary.join(', ') })}
      </p>
    </div>
  );
}
