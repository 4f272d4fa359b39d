import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PictureGrid } from '../../pictures/PictureGrid';
import type { ToolProps } from '../toolProps';
import { dimensionsOf, useDirections, type Way } from '../useDirections';
import { usePictures } from '../usePictures';
import { latentGrid, type MapAxis } from '../vectors';

const SIDE = 9;

/** A map of the noise over two directions, or two of its dimensions, through sample A. */
export function LatentMap({ run, slots }: ToolProps) {
  const { t } = useTranslation();
  const { found } = useDirections(run.latentSize);
  const dimensions = useMemo(() => dimensionsOf(run.latentSize, run.prior), [run]);
  const ways = useMemo(() => [...(found?.ways ?? []), ...dimensions], [found, dimensions]);
  const [right, setRight] = useState<string | null>(null);
  const [up, setUp] = useState<string | null>(null);
  // Noise of two dimensions is mapped whole.
  const first = run.latentSize > 2 ? 'direction' : 'dimension';
  const across = wayOf(ways, right ?? `${first} 1`);
  const upward = wayOf(ways, up ?? `${first} ${Math.min(2, run.latentSize)}`);
  const made = usePictures(
    useMemo(() => latentGrid(slots.A, axisOfWay(across), axisOfWay(upward), SIDE), [slots.A, across, upward]),
  );
  const options = ways.map((way) => ({
    value: keyOf(way),
    label: t(`latent.way.${way.kind}`, { number: way.number }),
  }));
  const axes = [
    { label: t('latent.map.right'), way: across, set: setRight },
    { label: t('latent.map.up'), way: upward, set: setUp },
  ];
  return (
    <div className="latent-tool">
      <div className="latent-axes">
        {axes.map(({ label, way, set }) => (
          <NativeSelect
            key={label}
            size="xs"
            label={label}
            value={keyOf(way)}
            onChange={({ currentTarget }) => set(currentTarget.value)}
            data={options}
          />
        ))}
        <p className="quiet">{t('latent.map.help')}</p>
      </div>
      {made && (
        <PictureGrid
          className="latent-map"
          bytes={made.bytes}
          shape={run.data.shape}
          count={SIDE * SIDE}
          columns={SIDE}
          label={t('latent.map.label', {
            right: t(`latent.way.${across.kind}`, { number: across.number }),
            up: t(`latent.way.${upward.kind}`, { number: upward.number }),
          })}
        />
      )}
    </div>
  );
}

const axisOfWay = ({ kind, vector, low, high }: Way): MapAxis => ({
  vector,
  even: kind === 'code' || kind === 'class' ? [low, high] : null,
});

const keyOf = ({ kind, number }: Way): string => `${kind} ${number}`;

/** The way of that name; until directions are found, the dimension of its number. */
const wayOf = (ways: readonly Way[], key: string): Way =>
  ways.find((way) => keyOf(way) === key) ?? (ways.find(({ number }) => number === Number(key.split(' ')[1])) as Way);
