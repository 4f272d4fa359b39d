import { createRoot } from 'react-dom/client';
import './ui/styles';
import './ui/i18n';
import { App } from './ui/App';
import { startApp } from './ui/store';

// The engine starts first: it has the longer way to go.
void startApp();
createRoot(document.getElementById('root') as HTMLElement).render(<App />);
