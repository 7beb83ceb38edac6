import { defineConfig } from 'wxt';
export default defineConfig({ srcDir: 'extension', imports: false, manifestVersion: 3 });
