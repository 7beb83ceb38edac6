/** The first steps in their own tab, opened once at install and again from the settings. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { languageOf } from '../../../shared/messages/catalog.ts';
import { Welcome } from '../../panels/welcome/Welcome.tsx';
import { optionsPort } from '../options/port.ts';

const open = (url: string) => void browser.tabs.create({ url });
const root = document.querySelector('#app');
if (root) render(<Welcome language={languageOf(navigator.language)} port={optionsPort} open={open} />, root);
