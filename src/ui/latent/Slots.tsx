import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PictureGrid } from '../pictures/PictureGrid';
import { type Picks, SLOT_NAMES, type SlotLatents } from './slots';
import { usePictures } from './usePictures';

interface SlotsProps {
  slots: SlotLatents;
  picks: Picks;
  active: keyof Picks;
  onActivate(name: keyof Picks): void;
  shape: readonly number[];
}

/** The slots A, B and C, each with the picture of its mean latent; the active one takes the next sample that is picked. */
export function Slots({ slots, picks, active, onActivate, shape }: SlotsProps) {
  const { t } = useTranslation();
  const made = usePictures(useMemo(() => SLOT_NAMES.map((name) => slots[name]), [slots]));
  return (
    <ul className="latent-slots" aria-label={t('latent.slots')}>
      {SLOT_NAMES.map((name, i) => (
        <li key={name}>
          <button
            type="button"
            aria-pressed={name === active}
            aria-label={t('latent.slot', { name, samples: picks[name].map((sample) => sample + 1).join(', ') })}
            onClick={() => onActivate(name)}
          >
            {made && <PictureGrid bytes={made.bytes} shape={shape} from={i} />}
            <b aria-hidden>{name}</b>
            <span aria-hidden>{t('latent.slotHolds', { count: picks[name].length })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
