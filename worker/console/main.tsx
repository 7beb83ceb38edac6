/** Starts the console on its page. */
import { render } from 'preact';
import '../../shared/ui/tokens.css';
import './styles/shell.css';
import './styles/pieces.css';
import './styles/forms.css';
import { App } from './App.tsx';

const root = document.querySelector('#app');
if (root) render(<App />, root);
