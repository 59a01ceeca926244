import { watchCopies } from './copy';
import { VerifyBox } from './verify-box';

customElements.define('verify-box', VerifyBox);
watchCopies();
document.documentElement.dataset['ready'] = 'true';
