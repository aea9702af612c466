import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DirectionalLight,
  DoubleSide,
  GridHelper,
  HemisphereLight,
  type LineBasicMaterial,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  PerspectiveCamera,
  Scene,
  Sphere,
  Spherical,
  Vector3,
  WebGLRenderer,
} from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import type { Preview } from './model-file.ts';
import type { Place } from './places.ts';

/** Colours by what they are for: a canvas knows no variables of CSS. */
export interface SceneColours {
  model: string;
  grid: string;
  refuses: string;
  warns: string;
}

export interface ModelScene {
  /** By these angles about the model. */
  turn(aside: number, up: number): void;
  /** 0.8: by a fifth nearer. */
  move(factor: number): void;
  /** As it was when it was opened. */
  reset(): void;
  /** Looks at a place of a fault. @param gliding not at once */
  lookAt(place: Place, gliding: boolean): void;
  paint(colours: SceneColours): void;
  /** Turning the wheel moves nearer, else the page: only for who has chosen the model. */
  takeWheel(takes: boolean): void;
  dispose(): void;
}

/** The browser cannot draw in three dimensions, or has stopped to. */
export class NoWebGlError extends Error {
  override readonly name = 'NoWebGlError';
}

interface SceneOptions {
  home: HTMLElement;
  preview: Preview;
  refuses: (code: string) => boolean;
  /** Of the grid that it stands on, in units of the file; null: it stands on none. */
  gridStep: number | null;
  colours: SceneColours;
  /** Where the place that is looked at stands in the picture, from its left and its top; null: nothing is looked at. */
  onPin: (at: { x: number; y: number } | null) => void;
  onLost: () => void;
}

const VIEW_DEGREES = 35;
/** From above and a little aside, so that three sides are seen. */
const FROM = new Spherical(1, Math.PI / 3, Math.PI / 5);
/** Around the ball that holds the model. */
const MARGIN = 1.08;
const GLIDE_MS = 250;
const MOST_GRID_LINES = 60;

const rendererIn = (home: HTMLElement): WebGLRenderer => {
  const canvas = document.createElement('canvas');
  // Asked for here: three would complain to the console of a browser that has none.
  const context = canvas.getContext('webgl2', { antialias: true, alpha: true });
  if (context === null) throw new NoWebGlError('no WebGL');
  const renderer = new WebGLRenderer({ canvas, context, antialias: true, alpha: true });
  renderer.setPixelRatio(Math.min(devicePixelRatio, 2));
  canvas.setAttribute('aria-hidden', 'true');
  home.append(canvas);
  return renderer;
};

/** The faces of a fault, over those of the model, and faintly where the model hides them. */
const markOf = (corners: Float32Array) => {
  const geometry = new BufferGeometry().setAttribute('position', new BufferAttribute(corners, 3));
  const before = new MeshLambertMaterial({
    side: DoubleSide,
    flatShading: true,
    polygonOffset: true,
    polygonOffsetFactor: -4,
  });
  const behind = new MeshBasicMaterial({ side: DoubleSide, transparent: true, opacity: 0.4, depthTest: false });
  return { geometry, materials: [before, behind] };
};

const gridOf = (step: number, reach: number): GridHelper => {
  const lines = Math.min(MOST_GRID_LINES, 2 * Math.ceil((1.5 * reach) / step));
  return new GridHelper(lines * step, lines);
};

/** A model that is turned by mouse, touch and what its user of the keyboard asks for; drawn only when something changes. */
export const createModelScene = (options: SceneOptions): ModelScene => {
  const { home, preview, refuses, gridStep, onPin, onLost } = options;
  const renderer = rendererIn(home);
  const scene = new Scene();
  scene.add(preview.upright);
  const surface = new MeshLambertMaterial({ side: DoubleSide, flatShading: true });
  preview.model.material = surface;

  const marks = [...preview.marks].map(([code, corners]) => ({ code, ...markOf(corners) }));
  for (const { geometry, materials } of marks)
    preview.upright.add(...materials.map((material) => new Mesh(geometry, material)));

  preview.model.geometry.computeBoundingBox();
  preview.model.geometry.computeBoundingSphere();
  scene.updateMatrixWorld(true);
  const { radius } = (preview.model.geometry.boundingSphere ?? new Sphere(new Vector3(), 1)).clone();
  const reach = radius > 0 ? radius : 1;
  const floor = preview.model.geometry.boundingBox?.min.z ?? 0;

  const grid = gridStep === null ? null : gridOf(gridStep, reach);
  if (grid !== null) {
    grid.position.y = floor;
    scene.add(grid);
  }

  const camera = new PerspectiveCamera(VIEW_DEGREES, 1, reach / 100, reach * 40);
  scene.add(camera, new HemisphereLight(0xffffff, 0xb0b0b0, 1.6));
  const lamp = new DirectionalLight(0xffffff, 1.8);
  // From over the shoulder, so that whatever is looked at is lit.
  lamp.position.set(0.3, 0.5, 1);
  camera.add(lamp, lamp.target);

  const controls = new OrbitControls(camera, renderer.domElement);
  controls.enableZoom = false;
  controls.minDistance = reach / 50;
  controls.maxDistance = reach * 15;

  let pinned: Vector3 | null = null;
  let frame: number | undefined;
  const draw = (): void => {
    frame = undefined;
    renderer.render(scene, camera);
    if (pinned === null) {
      onPin(null);
      return;
    }
    const { x, y } = pinned.clone().project(camera);
    onPin({ x: ((x + 1) / 2) * home.clientWidth, y: ((1 - y) / 2) * home.clientHeight });
  };
  const redraw = (): void => {
    frame ??= requestAnimationFrame(draw);
  };
  controls.addEventListener('change', redraw);

  const place = (target: Vector3, offset: Spherical): void => {
    controls.target.copy(target);
    camera.position.setFromSpherical(offset).add(target);
    controls.update();
    redraw();
  };
  const offsetNow = (): Spherical =>
    new Spherical().setFromVector3(camera.position.clone().sub(controls.target)).makeSafe();

  let gliding: number | undefined;
  const stay = (): void => {
    if (gliding !== undefined) cancelAnimationFrame(gliding);
    gliding = undefined;
  };
  const glideTo = (target: Vector3, offset: Spherical): void => {
    stay();
    const [fromTarget, from] = [controls.target.clone(), offsetNow()];
    // The shorter way round.
    const aside = Math.atan2(Math.sin(offset.theta - from.theta), Math.cos(offset.theta - from.theta));
    const began = performance.now();
    const step = (now: number): void => {
      const part = Math.min(1, (now - began) / GLIDE_MS);
      const eased = 1 - (1 - part) ** 3;
      place(
        fromTarget.clone().lerp(target, eased),
        new Spherical(
          from.radius + (offset.radius - from.radius) * eased,
          from.phi + (offset.phi - from.phi) * eased,
          from.theta + aside * eased,
        ),
      );
      gliding = part < 1 ? requestAnimationFrame(step) : undefined;
    };
    gliding = requestAnimationFrame(step);
  };
  controls.addEventListener('start', stay);

  const whole = (): number => {
    const narrow = Math.min(1, camera.aspect);
    return (MARGIN * reach) / Math.sin((VIEW_DEGREES / 2) * (Math.PI / 180)) / narrow;
  };
  const reset = (): void => {
    stay();
    pinned = null;
    place(new Vector3(), new Spherical(whole(), FROM.phi, FROM.theta));
  };

  const fit = (): void => {
    const { clientWidth: width, clientHeight: height } = home;
    if (width === 0 || height === 0) return;
    renderer.setSize(width, height);
    camera.aspect = width / height;
    camera.updateProjectionMatrix();
    redraw();
  };
  const sized = new ResizeObserver(fit);
  sized.observe(home);
  renderer.domElement.addEventListener('webglcontextlost', onLost);

  const paint = (colours: SceneColours): void => {
    surface.color = new Color(colours.model);
    for (const material of [grid?.material ?? []].flat() as LineBasicMaterial[]) {
      material.vertexColors = false;
      material.color = new Color(colours.grid);
      material.needsUpdate = true;
    }
    for (const { code, materials } of marks)
      for (const material of materials) material.color = new Color(refuses(code) ? colours.refuses : colours.warns);
    redraw();
  };

  paint(options.colours);
  fit();
  reset();
  return {
    turn: (aside, up) => {
      stay();
      const offset = offsetNow();
      offset.theta += aside;
      offset.phi += up;
      place(controls.target.clone(), offset.makeSafe());
    },
    move: (factor) => {
      stay();
      const offset = offsetNow();
      offset.radius = Math.min(controls.maxDistance, Math.max(controls.minDistance, offset.radius * factor));
      place(controls.target.clone(), offset);
    },
    reset,
    lookAt: ({ centre, radius: around }, slowly) => {
      const target = preview.model.localToWorld(new Vector3(...centre));
      // A ring about a large part of the model would point at nothing.
      pinned = around < reach / 3 ? target.clone() : null;
      // From outside: as the place lies from the middle, but neither straight from above nor from below.
      const aim = new Spherical().setFromVector3(target.lengthSq() > 0 ? target : new Vector3(0, 0, 1));
      aim.phi = Math.min(Math.max(aim.phi, 0.3), 2.4);
      aim.radius = Math.max(0.9 * reach, around * 4);
      aim.makeSafe();
      if (slowly) glideTo(target, aim);
      else place(target, aim);
    },
    paint,
    takeWheel: (takes) => {
      controls.enableZoom = takes;
    },
    dispose: () => {
      stay();
      if (frame !== undefined) cancelAnimationFrame(frame);
      sized.disconnect();
      renderer.domElement.removeEventListener('webglcontextlost', onLost);
      controls.dispose();
      grid?.dispose();
      surface.dispose();
      preview.model.geometry.dispose();
      for (const { geometry, materials } of marks) {
        geometry.dispose();
        for (const material of materials) material.dispose();
      }
      renderer.dispose();
      renderer.forceContextLoss();
      renderer.domElement.remove();
    },
  };
};
