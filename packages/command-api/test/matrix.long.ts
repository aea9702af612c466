import { matrixOverHttp } from './support/matrix-over-http.ts';

matrixOverHttp(() => true);
