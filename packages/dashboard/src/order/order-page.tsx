import { NoPage } from '../app/no-page.tsx';
export default NoPage;
