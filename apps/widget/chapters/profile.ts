export { openProfile } from '../app/profile.js';
export { erasedView } from '../views/my-data.js';
export { profileView } from '../views/profile.js';
