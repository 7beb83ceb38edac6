/** The options page in its browser. */
import { render } from 'preact';
import { languageOf } from '../../../shared/messages/catalog.ts';
import { Options } from '../../panels/options/Options.tsx';
import { optionsPort } from './port.ts';

const root = document.querySelector('#app');
if (root) render(<Options language={languageOf(navigator.language)} port={optionsPort} />, root);
