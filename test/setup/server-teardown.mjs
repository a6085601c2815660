export { tearDown as default } from './server.mjs';
