import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core';
import type { ReactNode, Ref } from 'react';

interface IconActionProps extends ActionIconProps {
  /** What it does, in words: the tooltip, and the name that a screen reader says. */
  label: string;
  onClick?: () => void;
  pressed?: boolean;
  /** Menus and popovers hang on it. */
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
}

/** A button with a picture, whose words are in its tooltip. */
export function IconAction({ label, pressed, children, ...rest }: IconActionProps) {
  return (
    <Tooltip label={label} openDelay={400} events={{ hover: true, focus: true, touch: false }}>
      <ActionIcon variant="subtle" size={34} aria-label={label} aria-pressed={pressed} {...rest}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
