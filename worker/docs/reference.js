/**
 * The reference at /docs: the document of the API, drawn by Swagger UI, with chapters beside it, a search
 * over everything a route says of itself, and the colours the reader's system asks for.
 */
/* global SwaggerUIBundle */

const dark = matchMedia('(prefers-color-scheme: dark)');
const dress = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', dress);
dress();

const plain = (text) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Every word somewhere in a route's method, address, sentence or explanation. */
function holds(operation, words) {
  const { method, path } = operation.toJS();
  const said = operation.get('operation');
  const text = plain(
    [method, path, said.get('summary'), said.get('description'), said.get('operationId')].join(' '),
  );
  return words.every((word) => text.includes(word));
}

/** Chapters in which nothing is left are left out; the filter of the reader knows the names of chapters only. */
const Search = () => ({
  fn: {
    opsFilter(chapters, phrase) {
      const words = plain(phrase).split(/\s+/).filter(Boolean);
      return chapters
        .map((chapter) =>
          chapter.set(
            'operations',
            chapter.get('operations').filter((operation) => holds(operation, words)),
          ),
        )
        .filter((chapter) => chapter.get('operations').size > 0);
    },
  },
});

/** Beside the page where it is wide enough. Only what is near the screen is drawn: the reader itself goes there. */
function listChapters(tags) {
  const list = document.querySelector('#chapters ul');
  for (const name of ['', ...tags.map((tag) => tag.name)]) {
    const link = document.createElement('a');
    link.textContent = name || 'Before the first request';
    link.href = name === '' ? '#docs' : `#/${encodeURIComponent(name)}`;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  addEventListener('hashchange', () => {
    if (location.hash.startsWith('#/')) ui.layoutActions.parseDeepLinkHash(location.hash);
  });
}

/** The reader's own box is named and explained, and reached by the key people press for it. */
function nameSearch() {
  const box = document.querySelector('.operation-filter-input');
  if (!box) return;
  box.placeholder = 'Search: address, word or role  ( / )';
  box.setAttribute('aria-label', 'Search the reference');
  document.addEventListener('keydown', (event) => {
    const isTyping = /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key !== '/' || isTyping) return;
    event.preventDefault();
    box.focus();
  });
}

const ui = SwaggerUIBundle({
  url: '/v1/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  defaultModelsExpandDepth: -1,
  defaultModelRendering: 'example',
  docExpansion: 'list',
  displayRequestDuration: true,
  persistAuthorization: false,
  requestSnippetsEnabled: true,
  tryItOutEnabled: false,
  filter: true,
  validatorUrl: null,
  plugins: [Search],
  onComplete() {
    listChapters(ui.specSelectors.specJson().get('tags').toJS());
    nameSearch();
  },
});
