export { openProfile } from '../app/profile.js';
export { profileView } from '../views/profile.js';
