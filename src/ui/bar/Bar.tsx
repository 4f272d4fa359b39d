import { useTranslation } from 'react-i18next';
import './bar.css';
import { useApp } from '../store';
import { Counters } from './Counters';
import { DuelButton } from './DuelButton';
import { EngineBadge } from './EngineBadge';
import { FileMenu } from './FileMenu';
import { FormerNotice } from './FormerNotice';
import { Gallery } from './Gallery';
import { Help } from './Help';
import { Logo } from './Logo';
import { Share } from './Share';
import { ThemeSwitch } from './ThemeSwitch';
import { Transport } from './Transport';

/** The one bar above everything: what runs, how it plays, how far it is, and what to do with it. */
export function Bar({ withTransport }: { withTransport: boolean }) {
  const { t } = useTranslation();
  const duel = useApp((app) => app.duel !== null);
  return (
    <header className="bar">
      <h1 className="bar-name">
        <Logo />
        <span>{t('app.name')}</span>
      </h1>
      <Gallery />
      {withTransport && !duel && (
        <nav className="bar-group" aria-label={t('bar.transport')}>
          <Transport />
        </nav>
      )}
      {!duel && <Counters />}
      <span className="bar-space" />
      {!duel && <EngineBadge />}
      <div className="bar-group bar-tools">
        <DuelButton />
        <Share />
        <FileMenu />
        <ThemeSwitch />
        <Help />
      </div>
      <FormerNotice />
    </header>
  );
}
