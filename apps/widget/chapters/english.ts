export { english } from '../words/en.js';
