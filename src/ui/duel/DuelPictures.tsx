import { Button } from '@mantine/core';
import { IconCamera, IconGif } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordLive, savePicture } from '../pictures/saving';
import type { Duel } from './duel';

/** Saves the contenders' stages as a picture, or records them as an animation. */
export function DuelPictures({ duel, area }: { duel: Duel; area: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation();
  const [recording, setRecording] = useState(false);
  const end = useRef<(() => void) | null>(null);
  useEffect(() => () => end.current?.(), []);
  const toggle = async () => {
    setRecording(!recording);
    if (recording) {
      end.current?.();
      end.current = null;
    } else if (area.current) {
      const words = () => {
        const iteration = Math.min(...duel.store.getState().contenders.map((one) => one.iteration));
        return t('time.at', { iteration });
      };
      end.current = await recordLive(area.current, words);
    }
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconCamera size={16} aria-hidden />}
        onClick={() => area.current && savePicture(area.current, 'minimax-duel')}
      >
        {t('stage.savePicture')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        aria-pressed={recording}
        leftSection={<IconGif size={18} aria-hidden />}
        onClick={() => void toggle()}
      >
        {t(recording ? 'duel.endRecording' : 'duel.record')}
      </Button>
    </>
  );
}
