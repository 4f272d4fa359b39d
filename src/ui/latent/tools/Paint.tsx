import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeOf } from '../../../core/shape';
import { PictureGrid } from '../../pictures/PictureGrid';
import { useApp } from '../../store';
import { dabbed, paintedOver, type Strokes, unpainted } from '../brush';
import { PaintArea } from '../PaintArea';
import type { ToolProps } from '../toolProps';
import { useNewest } from '../useNewest';
import { usePictures } from '../usePictures';
import { useRealPictures } from '../useRealPictures';
import type { Latent } from '../vectors';

const COLOURS = {
  black: [0, 0, 0],
  white: [255, 255, 255],
  brown: [110, 70, 40],
  red: [215, 45, 40],
  yellow: [240, 205, 60],
  green: [60, 150, 80],
  blue: [60, 100, 210],
} as const;
type Colour = keyof typeof COLOURS;
/** Those of grey pictures. */
const GREYS: readonly Colour[] = ['black', 'white'];
const SIDES = ['1', '2', '4', '7'];

/** How near the latent stays to where it began, and how long is looked for it. What is found for a real picture is held by nothing. */
const EDIT = { hold: 0.05, steps: 80 };
const FIND = { hold: 0, steps: 250 };

/** Edit a picture by painting on it: the nearest latent is found whose picture agrees with the strokes (iGAN). */
export function Paint({ run, slots }: ToolProps) {
  const { t } = useTranslation();
  const { shape } = run.data;
  const paint = useApp((app) => app.paint);
  const [colour, setColour] = useState<Colour>(shape[2] === 1 ? 'white' : 'black');
  const [side, setSide] = useState('2');
  const real = useReal(run, slots.A);
  const base = real.found?.latent ?? slots.A;
  const before = usePictures(useMemo(() => [base], [base]));
  // Another picture is a clean one.
  const [drawn, setDrawn] = useState<{ on: Latent; strokes: Strokes } | null>(null);
  const strokes = drawn?.on === base ? drawn.strokes : null;
  const question = useMemo(
    () => strokes && { latent: base, strokes: strokes.bytes, where: strokes.where, ...EDIT },
    [strokes, base],
  );
  const answer = useNewest(question, paint);
  const edited = strokes && answer?.question.latent === base ? answer.answer : null;
  const shown = edited?.picture ?? before?.bytes;
  if (!shown || !before) return null;
  return (
    <div className="latent-tool">
      <div className="latent-paint">
        <figure>
          <figcaption>{t('latent.paint.here')}</figcaption>
          <PaintArea
            bytes={strokes ? paintedOver(shown, strokes) : shown}
            shape={shape}
            onPaint={(cells) =>
              setDrawn((now) => {
                const last = now?.on === base ? now.strokes : unpainted(shape);
                return {
                  on: base,
                  strokes: dabbed(last, shape, cells, { side: Number(side), colour: COLOURS[colour] }),
                };
              })
            }
          />
        </figure>
        <Shown name={t('latent.paint.edited')} bytes={shown} shape={shape} />
        <Shown name={t('latent.paint.before')} bytes={before.bytes} shape={shape} />
        {real.found && <Shown name={t('latent.paint.real')} bytes={real.found.picture} shape={shape} />}
      </div>
      <div className="latent-axes">
        <NativeSelect
          size="xs"
          label={t('latent.paint.colour')}
          value={colour}
          onChange={({ currentTarget }) => setColour(currentTarget.value as Colour)}
          data={(shape[2] === 1 ? GREYS : (Object.keys(COLOURS) as Colour[])).map((name) => ({
            value: name,
            label: t(`latent.paint.colours.${name}`),
          }))}
        />
        <SegmentedControl size="xs" aria-label={t('latent.paint.brush')} value={side} onChange={setSide} data={SIDES} />
        <Button size="compact-xs" variant="default" disabled={!strokes} onClick={() => setDrawn(null)}>
          {t('latent.paint.clear')}
        </Button>
        <Button size="compact-xs" variant="default" disabled={real.busy} onClick={() => void real.take()}>
          {t(real.busy ? 'latent.paint.looking' : 'latent.paint.take')}
        </Button>
        {edited && (
          <output className="tabular quiet">{t('latent.paint.error', { value: edited.error.toFixed(3) })}</output>
        )}
      </div>
      <p className="quiet">{t('latent.paint.help')}</p>
    </div>
  );
}

function Shown({ name, bytes, shape }: { name: string; bytes: Uint8Array; shape: readonly number[] }) {
  return (
    <figure>
      <figcaption>{name}</figcaption>
      <PictureGrid bytes={bytes} shape={shape} label={name} />
    </figure>
  );
}

/** Real pictures, one after the other, each with the latent that was found for it; another sample in the slot lets it go. */
function useReal(run: ToolProps['run'], slot: Latent) {
  const paint = useApp((app) => app.paint);
  const pictures = useRealPictures(run);
  const [busy, setBusy] = useState(false);
  const [last, setLast] = useState<{ slot: Latent; latent: Latent; picture: Uint8Array; place: number } | null>(null);
  const found = last?.slot === slot ? last : null;
  const take = async (): Promise<void> => {
    if (!pictures) return;
    const size = sizeOf(run.data.shape);
    const place = found ? (found.place + size) % pictures.length : 0;
    const picture = pictures.slice(place, place + size);
    setBusy(true);
    const reply = await paint({ latent: slot, strokes: picture, where: new Uint8Array(size).fill(1), ...FIND });
    setBusy(false);
    if (reply) setLast({ slot, latent: reply.latent, picture, place });
  };
  return { found, busy, take };
}
