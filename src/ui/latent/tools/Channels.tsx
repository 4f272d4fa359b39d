import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../worker/protocol';
import { PictureGrid } from '../../pictures/PictureGrid';
import type { ToolProps } from '../toolProps';
import { usePictures } from '../usePictures';

const PICTURES = 8;

/** Leaves single channels of G's hidden layers out, and shows what vanishes with them. */
export function Channels({ run, samples }: ToolProps) {
  const { t } = useTranslation();
  const [layer, setLayer] = useState(Math.max(0, run.channels.length - 1));
  const [off, setOff] = useState<readonly Channel[]>([]);
  const latents = useMemo(() => samples.slice(0, PICTURES), [samples]);
  const whole = usePictures(latents);
  const without = usePictures(latents, off);
  const change = useMemo(() => whole && without && differences(whole.bytes, without.bytes), [whole, without]);
  const shown = run.channels[layer];
  if (!shown) return <p className="latent-tool quiet">{t('latent.channels.none')}</p>;
  const isOff = (channel: number): boolean => off.some((one) => one.layer === layer && one.channel === channel);
  const toggle = (channel: number): void =>
    setOff(
      isOff(channel)
        ? off.filter((one) => one.layer !== layer || one.channel !== channel)
        : [...off, { layer, channel }],
    );
  const rows = [
    { name: t('latent.channels.whole'), bytes: whole?.bytes },
    { name: t('latent.channels.without', { count: off.length }), bytes: without?.bytes },
    { name: t('latent.channels.change'), bytes: change },
  ];
  return (
    <div className="latent-tool">
      {rows.map(({ name, bytes }) => (
        <figure key={name}>
          <figcaption>{name}</figcaption>
          {bytes && (
            <PictureGrid className="latent-strip" bytes={bytes} shape={run.data.shape} count={PICTURES} label={name} />
          )}
        </figure>
      ))}
      <div className="latent-head">
        <SegmentedControl
          size="xs"
          aria-label={t('latent.channels.layer')}
          value={String(layer)}
          onChange={(next) => setLayer(Number(next))}
          data={run.channels.map(({ shape }, i) => ({
            value: String(i),
            label: t('latent.channels.of', { number: i + 1, shape: shape.join('×') }),
          }))}
        />
        <Button size="compact-xs" variant="default" disabled={off.length === 0} onClick={() => setOff([])}>
          {t('latent.channels.all')}
        </Button>
      </div>
      <ul className="latent-channels" aria-label={t('latent.channels.choice')}>
        {Array.from({ length: shown.count }, (_, channel) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: channels have no other name than their number
          <li key={channel}>
            <button
              type="button"
              aria-pressed={!isOff(channel)}
              aria-label={t('latent.channels.channel', { number: channel + 1 })}
              onClick={() => toggle(channel)}
            >
              {channel + 1}
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('latent.channels.help')}</p>
    </div>
  );
}

/** How much each pixel changed: grey where it did not, lighter or darker where it did. */
function differences(before: Uint8Array, after: Uint8Array): Uint8Array {
  return after.map((value, i) => Math.min(255, Math.max(0, 128 + value - (before[i] as number))));
}
