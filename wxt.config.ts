/** The extension's manifest and build: least permissions, no site from the start (PRI2), one id everywhere. */
import { defineConfig } from 'wxt';

/**
 * Public half of the key that fixes the extension's id, and with it the redirect address of the
 * sign-in window; the private half was thrown away, stores sign with their own.
 */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAtzerXtZuZ1HJHcuFICYaNnR92VKSjKlZt6nss1uKZpYJp9qGQHPrzV/W8Sj0o5MKQFMUJvAGlhat2jRSeenmLryzFTnpDrVBbKji38D3bfHf3Oq+19ZP1GA7pLb5s2nnLT+lbMUP/eKsXW77wgfIM1g8j6jIKn1N+UM315bxd/LedlKHJ1edZD9+D8q/ayS332Z2kNRg7G4UN4RnXh6UAAcjHJCi93gYuSrcxrGo3tHyd+Q6rARzyzmF2Wx/ARcOS94KWebJpa4f5qdzhaNX79iRl5Ur6/7r3/Jj3LzkSj7zoFarW80cb8RqQMde6tG+TBwqx5QAWBV6rLgUxlq5gQIDAQAB';

/**
 * Stated whole because Firefox's default upgrades every request to https, which would cut off a
 * worker on the local machine. Scripts only from the package.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "object-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  'connect-src http: https: ws: wss:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  imports: false,
  manifestVersion: 3,
  vite: () => ({ oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'identity', 'alarms'],
    /** Asked for when the person switches notices on. */
    optional_permissions: ['notifications'],
    /** Asked for one site at a time, from a click in the options page. */
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    web_accessible_resources: [{ resources: ['card.html'], matches: ['https://*/*', 'http://*/*'] }],
    content_security_policy: { extension_pages: POLICY },
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: { default_title: '__MSG_action__' },
    ...(browser === 'firefox'
      ? {
          /** The sidebar opens from its own button, this shortcut or the popup; nothing else may open it. */
          commands: { _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+C' } } },
          browser_specific_settings: {
            gecko: {
              id: 'extension@combinado.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['authenticationInfo', 'personallyIdentifyingInfo'] },
            },
          },
        }
      : {
          key: KEY,
          minimum_chrome_version: '120',
          // Firefox takes a company's policy without a schema.
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }),
});
