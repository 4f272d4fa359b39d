import { Component, type ReactNode } from 'react';
import i18n from './i18n';

interface RegionProps {
  /** Key of `locales/<language>/app`: what this part of the page is called. */
  name: string;
  children: ReactNode;
}

/** Keeps a fault of one part of the page inside that part: the run and the other parts go on. */
export class Region extends Component<RegionProps, { message: string | null }> {
  override state = { message: null };

  static getDerivedStateFromError(thrown: unknown): { message: string } {
    return { message: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <div role="alert" className="region-fault">
        <p>{i18n.t('app.regionFault', { part: i18n.t(`app.${this.props.name}`), message })}</p>
        <button type="button" onClick={() => this.setState({ message: null })}>
          {i18n.t('app.retry')}
        </button>
      </div>
    );
  }
}
