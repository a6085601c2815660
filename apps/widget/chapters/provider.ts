export { comeBack, leaveForProvider } from '../app/provider.js';
