// Engine 2.4.0 as it was. Written by keep.mjs; never changed.
import createManifold from "manifold-3d";
import { SaxesParser } from "saxes";
import { crc32 } from "node:zlib";
import { Inflate } from "fflate";
// src/body.ts
const { sqrt: sqrt$3 } = Math;
const MM_PER$1 = {
	MM: 1,
	CM: 10,
	INCH: 25.4,
	M: 1e3
};
const extentOf = ({ low, high }) => [
	high[0] - low[0],
	high[1] - low[1],
	high[2] - low[2]
];
const crossOfSides = (p, face, out) => {
	const at = 9 * face;
	const ux = p[at + 3] - p[at];
	const uy = p[at + 4] - p[at + 1];
	const uz = p[at + 5] - p[at + 2];
	const vx = p[at + 6] - p[at];
	const vy = p[at + 7] - p[at + 1];
	const vz = p[at + 8] - p[at + 2];
	out[0] = uy * vz - uz * vy;
	out[1] = uz * vx - ux * vz;
	out[2] = ux * vy - uy * vx;
};
const boxOf = (positions) => {
	const low = [
		1e400,
		1e400,
		1e400
	];
	const high = [
		-1e400,
		-1e400,
		-1e400
	];
	for (let at = 0; at < positions.length; at += 3) for (let axis = 0; axis < 3; axis++) {
		const value = positions[at + axis];
		if (value < low[axis]) low[axis] = value;
		if (value > high[axis]) high[axis] = value;
	}
	return {
		low,
		high
	};
};
const facesOf$1 = ({ positions: source, faces }, mmPerUnit) => {
	const positions = source.subarray(0, 9 * faces.length);
	for (let face = 0; face < faces.length; face++) {
		const from = 9 * faces[face];
		if (from !== 9 * face) source.copyWithin(9 * face, from, from + 9);
	}
	const { low, high } = boxOf(positions);
	const middle = [
		(low[0] + high[0]) / 2,
		(low[1] + high[1]) / 2,
		(low[2] + high[2]) / 2
	];
	for (let at = 0; at < positions.length; at += 3) for (let axis = 0; axis < 3; axis++) positions[at + axis] = (positions[at + axis] - middle[axis]) * mmPerUnit;
	return {
		positions,
		inFile: faces,
		middle
	};
};
const bodyOf = ({ positions, inFile }, tolerance) => {
	const faces = inFile.length;
	const normals = new Float64Array(3 * faces);
	const areas = new Float64Array(faces);
	const cross = new Float64Array(3);
	let area = 0;
	for (let face = 0; face < faces; face++) {
		crossOfSides(positions, face, cross);
		const length = sqrt$3(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2]);
		areas[face] = length / 2;
		area += length / 2;
		if (length > 0) for (let axis = 0; axis < 3; axis++) normals[3 * face + axis] = cross[axis] / length;
	}
	return {
		faces,
		positions,
		inFile,
		normals,
		areas,
		area,
		...boxOf(positions),
		tolerance
	};
};
const sixfoldVolume = (p, face) => {
	const at = 9 * face;
	const bx = p[at + 3];
	const by = p[at + 4];
	const bz = p[at + 5];
	const cx = p[at + 6];
	const cy = p[at + 7];
	const cz = p[at + 8];
	return p[at] * (by * cz - bz * cy) + p[at + 1] * (bz * cx - bx * cz) + p[at + 2] * (bx * cy - by * cx);
};
const volumeOf = ({ positions }) => {
	let sum = 0;
	for (let face = 0; 9 * face < positions.length; face++) sum += sixfoldVolume(positions, face);
	return sum / 6;
};
const turnFace = (positions, face) => {
	for (let axis = 0; axis < 3; axis++) {
		const second = 9 * face + 3 + axis;
		const third = 9 * face + 6 + axis;
		const kept = positions[second];
		positions[second] = positions[third];
		positions[third] = kept;
	}
};
// src/sliver-pieces.ts
const { abs: abs$7, floor: floor$4, fround, log2: log2$1, max: max$12, min: min$10 } = Math;
const SINGLE_STEP = 13e-8;
const below = (value) => fround(value - abs$7(value) * SINGLE_STEP);
const above = (value) => fround(value + abs$7(value) * SINGLE_STEP);
const MOST_PIECES$1 = 8;
const TOLERATED = 4;
const sliverPieces = ({ faces, positions: p, areas }) => {
	const low = new Float64Array(3);
	const high = new Float64Array(3);
	const measure = (face) => {
		low.fill(1e400);
		high.fill(-1e400);
		for (let index = 0; index < 9; index++) {
			const value = p[9 * face + index];
			low[index % 3] = min$10(low[index % 3], value);
			high[index % 3] = max$12(high[index % 3], value);
		}
	};
	const piecesOf = (face) => {
		measure(face);
		const [x, y, z] = [
			high[0] - low[0],
			high[1] - low[1],
			high[2] - low[2]
		];
		const ratio = (x * y + y * z + z * x) / areas[face];
		return ratio > 0 ? min$10(MOST_PIECES$1, max$12(1, floor$4(log2$1(ratio)) - TOLERATED)) : 1;
	};
	let count = 0;
	for (let face = 0; face < faces; face++) {
		const pieces = piecesOf(face);
		if (pieces > 1) count += pieces;
	}
	const faceOf = new Uint32Array(count);
	const boxes = new Float32Array(6 * count);
	const box = new Float64Array(6);
	const grow = (axis, value) => {
		box[axis] = min$10(box[axis], value);
		box[3 + axis] = max$12(box[3 + axis], value);
	};
	let piece = 0;
	for (let face = 0; face < faces && piece < count; face++) {
		const pieces = piecesOf(face);
		if (pieces === 1) continue;
		const along = [
			0,
			1,
			2
		].reduce((best, axis) => high[axis] - low[axis] > high[best] - low[best] ? axis : best, 0);
		const start = low[along];
		const step = (high[along] - start) / pieces;
		for (let number = 0; number < pieces; number++) {
			const from = start + number * step;
			const to = number === pieces - 1 ? 1e400 : from + step;
			box.fill(1e400, 0, 3).fill(-1e400, 3);
			for (let side = 0; side < 3; side++) {
				const a = 9 * face + 3 * side;
				const b = 9 * face + 3 * ((side + 1) % 3);
				const one = p[a + along];
				const other = p[b + along];
				if (max$12(one, other) < from || min$10(one, other) > to) continue;
				for (const end of [one, other]) {
					const part = one === other ? 0 : (max$12(from, min$10(to, end)) - one) / (other - one);
					for (let axis = 0; axis < 3; axis++) grow(axis, p[a + axis] + part * (p[b + axis] - p[a + axis]));
				}
				if (one === other) for (let axis = 0; axis < 3; axis++) grow(axis, p[b + axis]);
			}
			for (let axis = 0; axis < 3; axis++) {
				boxes[6 * piece + axis] = below(box[axis]);
				boxes[6 * piece + 3 + axis] = above(box[3 + axis]);
			}
			faceOf[piece] = face;
			piece += 1;
		}
	}
	return {
		faceOf,
		boxes
	};
};
// src/bvh.ts
const { ceil: ceil$5, floor: floor$3, max: max$11, min: min$9 } = Math;
const FAR = 1e400;
const LEAF = 4;
const BINS = 16;
const DEEPEST_BY_AREA = 40;
const STACK = 128;
const wholeAndPieces = (faces, faceOfPiece) => {
	const isCut = new Uint8Array(faces);
	let cut = 0;
	for (const face of faceOfPiece) {
		if (isCut[face] === 0) cut += 1;
		isCut[face] = 1;
	}
	const order = new Uint32Array(faces - cut + faceOfPiece.length);
	let at = 0;
	for (let face = 0; face < faces; face++) if (isCut[face] === 0) order[at++] = face;
	for (let piece = 0; piece < faceOfPiece.length; piece++) order[at++] = faces + piece;
	return order;
};
const buildTree = (body) => {
	const { faces, positions } = body;
	const pieces = sliverPieces(body);
	const order = wholeAndPieces(faces, pieces.faceOf);
	const centreOf = (part, axis) => {
		if (part >= faces) {
			const at = 6 * (part - faces) + axis;
			return 1.5 * (pieces.boxes[at] + pieces.boxes[at + 3]);
		}
		const at = 9 * part + axis;
		return positions[at] + positions[at + 3] + positions[at + 6];
	};
	let capacity = max$11(1, ceil$5(order.length / 2));
	let bounds = new Float32Array(6 * capacity);
	let first = new Uint32Array(capacity);
	let count = new Uint32Array(capacity);
	let nodes = 1;
	const makeRoom = (more) => {
		if (nodes + more <= capacity) return;
		capacity = 2 * (nodes + more);
		const [oldBounds, oldFirst, oldCount] = [
			bounds,
			first,
			count
		];
		bounds = new Float32Array(6 * capacity);
		first = new Uint32Array(capacity);
		count = new Uint32Array(capacity);
		bounds.set(oldBounds);
		first.set(oldFirst);
		count.set(oldCount);
	};
	const growBox = (box, at, part) => {
		if (part >= faces) return joinBox(box, at, pieces.boxes, 6 * (part - faces));
		for (let axis = 0; axis < 3; axis++) {
			const from = 9 * part + axis;
			const one = positions[from];
			const two = positions[from + 3];
			const three = positions[from + 6];
			const low = min$9(one, two, three);
			const high = max$11(one, two, three);
			if (low < box[at + axis]) box[at + axis] = low;
			if (high > box[at + 3 + axis]) box[at + 3 + axis] = high;
		}
	};
	const emptyBox = (box, at) => {
		for (let axis = 0; axis < 3; axis++) {
			box[at + axis] = FAR;
			box[at + 3 + axis] = -1e400;
		}
	};
	const joinBox = (box, at, from, fromAt) => {
		for (let axis = 0; axis < 3; axis++) {
			box[at + axis] = min$9(box[at + axis], from[fromAt + axis]);
			box[at + 3 + axis] = max$11(box[at + 3 + axis], from[fromAt + 3 + axis]);
		}
	};
	const halfArea = (box, at) => {
		const x = box[at + 3] - box[at];
		const y = box[at + 4] - box[at + 1];
		const z = box[at + 5] - box[at + 2];
		return x < 0 ? 0 : x * y + y * z + z * x;
	};
	const binBoxes = new Float64Array(96);
	const binCounts = new Uint32Array(BINS);
	const rightArea = new Float64Array(BINS);
	const running = new Float64Array(6);
	const widestAxis = (start, end) => {
		let widest = {
			axis: 0,
			low: 0,
			high: 0
		};
		for (let axis = 0; axis < 3; axis++) {
			let low = FAR;
			let high = -1e400;
			for (let place = start; place < end; place++) {
				const value = centreOf(order[place], axis);
				if (value < low) low = value;
				if (value > high) high = value;
			}
			if (high - low > widest.high - widest.low) widest = {
				axis,
				low,
				high
			};
		}
		return widest;
	};
	const bestSplit = (start, end) => {
		const { axis, low, high } = widestAxis(start, end);
		const scale = BINS / (high - low);
		if (!(high > low) || scale === FAR) return null;
		binCounts.fill(0);
		for (let bin = 0; bin < BINS; bin++) emptyBox(binBoxes, 6 * bin);
		for (let place = start; place < end; place++) {
			const face = order[place];
			const bin = min$9(15, floor$3((centreOf(face, axis) - low) * scale));
			binCounts[bin] = binCounts[bin] + 1;
			growBox(binBoxes, 6 * bin, face);
		}
		emptyBox(running, 0);
		for (let bin = 15; bin > 0; bin--) {
			joinBox(running, 0, binBoxes, 6 * bin);
			rightArea[bin] = halfArea(running, 0);
		}
		emptyBox(running, 0);
		let best = null;
		let least = FAR;
		let left = 0;
		for (let bin = 1; bin < BINS; bin++) {
			joinBox(running, 0, binBoxes, 6 * (bin - 1));
			left += binCounts[bin - 1];
			const right = end - start - left;
			if (left === 0 || right === 0) continue;
			const cost = left * halfArea(running, 0) + right * rightArea[bin];
			if (cost < least) {
				least = cost;
				best = bin;
			}
		}
		return best === null ? null : {
			axis,
			bin: best,
			low,
			scale
		};
	};
	const partition = (start, end, depth) => {
		const split = depth < DEEPEST_BY_AREA ? bestSplit(start, end) : null;
		if (split === null) return start + end >>> 1;
		const { axis, bin, low, scale } = split;
		let middle = start;
		for (let place = start; place < end; place++) {
			const face = order[place];
			if (min$9(15, floor$3((centreOf(face, axis) - low) * scale)) >= bin) continue;
			order[place] = order[middle];
			order[middle] = face;
			middle += 1;
		}
		return middle;
	};
	const pending = [[
		0,
		0,
		order.length,
		0
	]];
	for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
		const [node, start, end, depth] = next;
		emptyBox(running, 0);
		for (let place = start; place < end; place++) growBox(running, 0, order[place]);
		for (let axis = 0; axis < 3; axis++) {
			bounds[6 * node + axis] = below(running[axis]);
			bounds[6 * node + 3 + axis] = above(running[3 + axis]);
		}
		if (end - start <= LEAF) {
			first[node] = start;
			count[node] = end - start;
			continue;
		}
		const middle = partition(start, end, depth);
		makeRoom(2);
		first[node] = nodes;
		pending.push([
			nodes,
			start,
			middle,
			depth + 1
		], [
			nodes + 1,
			middle,
			end,
			depth + 1
		]);
		nodes += 2;
	}
	for (let place = 0; place < order.length; place++) if (order[place] >= faces) order[place] = pieces.faceOf[order[place] - faces];
	return {
		order,
		bounds,
		first,
		count
	};
};
const bvhOf = (body) => {
	const { order, bounds, first, count } = buildTree(body);
	const { positions } = body;
	const stack = new Uint32Array(STACK);
	let distance = FAR;
	return {
		distance: () => distance,
		cast(ox, oy, oz, dx, dy, dz, except, nearest) {
			const ix = 1 / (dx || 1e-300);
			const iy = 1 / (dy || 1e-300);
			const iz = 1 / (dz || 1e-300);
			let hit = -1;
			let best = FAR;
			let depth = 1;
			stack[0] = 0;
			const entry = (node) => {
				const at = 6 * node;
				const x0 = (bounds[at] - ox) * ix;
				const x1 = (bounds[at + 3] - ox) * ix;
				const y0 = (bounds[at + 1] - oy) * iy;
				const y1 = (bounds[at + 4] - oy) * iy;
				const z0 = (bounds[at + 2] - oz) * iz;
				const z1 = (bounds[at + 5] - oz) * iz;
				const near = max$11(min$9(x0, x1), min$9(y0, y1), min$9(z0, z1), 0);
				return near <= min$9(max$11(x0, x1), max$11(y0, y1), max$11(z0, z1)) * (1 + 1e-12) + 1e-12 && near <= best ? near : FAR;
			};
			while (depth > 0) {
				depth -= 1;
				const node = stack[depth];
				const faces = count[node];
				if (faces === 0) {
					const left = first[node];
					const toLeft = entry(left);
					const toRight = entry(left + 1);
					const nearer = toLeft <= toRight ? left : left + 1;
					const farther = nearer === left ? left + 1 : left;
					if (max$11(toLeft, toRight) !== FAR) stack[depth++] = farther;
					if (min$9(toLeft, toRight) !== FAR) stack[depth++] = nearer;
					continue;
				}
				for (let place = first[node]; place < first[node] + faces; place++) {
					const face = order[place];
					if (face === except) continue;
					const at = 9 * face;
					const ax = positions[at];
					const ay = positions[at + 1];
					const az = positions[at + 2];
					const ux = positions[at + 3] - ax;
					const uy = positions[at + 4] - ay;
					const uz = positions[at + 5] - az;
					const vx = positions[at + 6] - ax;
					const vy = positions[at + 7] - ay;
					const vz = positions[at + 8] - az;
					const px = dy * vz - dz * vy;
					const py = dz * vx - dx * vz;
					const pz = dx * vy - dy * vx;
					const determinant = ux * px + uy * py + uz * pz;
					if (determinant === 0) continue;
					const tx = ox - ax;
					const ty = oy - ay;
					const tz = oz - az;
					const u = (tx * px + ty * py + tz * pz) / determinant;
					if (u < -1e-9 || u > 1.000000001) continue;
					const qx = ty * uz - tz * uy;
					const qy = tz * ux - tx * uz;
					const qz = tx * uy - ty * ux;
					const v = (dx * qx + dy * qy + dz * qz) / determinant;
					if (v < -1e-9 || u + v > 1.000000001) continue;
					const t = (vx * qx + vy * qy + vz * qz) / determinant;
					if (t >= nearest && t < best) {
						best = t;
						hit = face;
					}
				}
			}
			distance = best;
			return hit;
		}
	};
};
// src/directions.ts
const UPRIGHT = [
	0,
	0,
	1
];
const DIRECTIONS = (() => {
	const steps = [
		-1,
		0,
		1
	];
	const all = steps.flatMap((x) => steps.flatMap((y) => steps.map((z) => [
		x,
		y,
		z
	])));
	const parts = ([x, y, z]) => Math.abs(x) + Math.abs(y) + Math.abs(z);
	const isUpright = ([x, y, z]) => x === 0 && y === 0 && z === 1;
	return all.filter((direction) => parts(direction) > 0).sort((one, other) => Number(isUpright(other)) - Number(isUpright(one)) || parts(one) - parts(other));
})();
const normalised = ([x, y, z]) => {
	const length = Math.sqrt(x * x + y * y + z * z);
	return [
		x / length,
		y / length,
		z / length
	];
};
const cross = (a, b) => [
	a[1] * b[2] - a[2] * b[1],
	a[2] * b[0] - a[0] * b[2],
	a[0] * b[1] - a[1] * b[0]
];
const frameOf = ({ positions }, direction) => {
	const up = normalised(direction);
	const u = normalised(up[0] === 0 && up[2] === 0 ? [
		1,
		0,
		0
	] : cross([
		0,
		1,
		0
	], up));
	const v = cross(up, u);
	const low = [
		1e400,
		1e400,
		1e400
	];
	const high = [
		-1e400,
		-1e400,
		-1e400
	];
	const axes = [
		u,
		v,
		up
	];
	for (let at = 0; at < positions.length; at += 3) for (let axis = 0; axis < 3; axis++) {
		const along = axes[axis];
		const value = positions[at] * along[0] + positions[at + 1] * along[1] + positions[at + 2] * along[2];
		if (value < low[axis]) low[axis] = value;
		if (value > high[axis]) high[axis] = value;
	}
	return {
		direction,
		u,
		v,
		up,
		low,
		high
	};
};
// src/engine-version.ts
const ENGINE_VERSION = "2.4.0";
// src/fault.ts
const MOST_FACES = 1e3;
const faultOf = (code, count, faces) => count === 0 ? null : {
	code,
	count,
	faces: [...new Set(faces)].sort((one, other) => one - other).slice(0, MOST_FACES)
};
// src/fault-marks.ts
const STEPS_PER_UNIT = 1e4;
const marksOf = (fault, found, { body, middle, mmPerUnit }) => {
	const inBody = new Map();
	for (const face of found) if (!inBody.has(body.inFile[face])) inBody.set(body.inFile[face], face);
	const corners = fault.faces.flatMap((number) => {
		const from = 9 * inBody.get(number);
		return Array.from(body.positions.subarray(from, from + 9), (value, at) => {
			const place = value / mmPerUnit + middle[at % 3];
			return Math.round(place * STEPS_PER_UNIT) / STEPS_PER_UNIT;
		});
	});
	return {
		code: fault.code,
		faces: fault.faces,
		corners
	};
};
// src/machine-time.ts
const piecesOnPlate = ({ plate_gap, build_volume }, width, depth) => {
	if (plate_gap === null) return 1;
	const along = (room, size) => Math.max(1, Math.floor((room + plate_gap) / (size + plate_gap)));
	const [roomX, roomY] = build_volume;
	return Math.max(along(roomX, width) * along(roomY, depth), width <= roomY && depth <= roomX ? along(roomX, depth) * along(roomY, width) : 1);
};
const outlineIn = ({ line, outlines: rounds }, area, outline) => Math.min(outline * rounds, area / line);
const machineSeconds = (profile, { areas, outlines }, supportVolume, pieces) => {
	let seconds = areas.length * profile.layer_time / pieces;
	seconds += supportVolume * (profile.support?.time_per_mm3 ?? 0);
	if (profile.tool === null) return seconds;
	const { line, outline_speed, fill_speed } = profile.tool;
	for (const [index, area] of areas.entries()) {
		const drawn = outlineIn(profile.tool, area, outlines[index]);
		seconds += drawn / outline_speed + Math.max(0, area / line - drawn) / fill_speed;
	}
	return seconds;
};
// src/inside.ts
const { max: max$10, min: min$8 } = Math;
const insideOf = ({ tool, skins, layer }, { areas, outlines }) => {
	if (tool === null || skins === null) return {
		volume: 0,
		seconds: 0
	};
	const within = areas.map((area, index) => max$10(0, area - outlineIn(tool, area, outlines[index]) * tool.line));
	let area = 0;
	for (let index = skins; index < within.length - skins; index++) {
		let least = within[index];
		for (let near = index - skins; near <= index + skins; near++) least = min$8(least, within[near]);
		area += least;
	}
	return {
		volume: area * layer,
		seconds: area / tool.line / tool.fill_speed
	};
};
// src/layers.ts
const { ceil: ceil$4, floor: floor$2, max: max$9, min: min$7, sqrt: sqrt$2 } = Math;
const sliceBody = (body, frame, layer) => {
	const { positions, normals, faces } = body;
	const { u, v, up, low, high } = frame;
	const layers = max$9(1, ceil$4((high[2] - low[2]) / layer - 1e-6));
	const areas = new Float64Array(layers);
	const outlines = new Float64Array(layers);
	const x = new Float64Array(3);
	const y = new Float64Array(3);
	const z = new Float64Array(3);
	for (let face = 0; face < faces; face++) {
		for (let corner = 0; corner < 3; corner++) {
			const at = 9 * face + 3 * corner;
			const px = positions[at];
			const py = positions[at + 1];
			const pz = positions[at + 2];
			x[corner] = px * u[0] + py * u[1] + pz * u[2];
			y[corner] = px * v[0] + py * v[1] + pz * v[2];
			z[corner] = px * up[0] + py * up[1] + pz * up[2] - low[2];
		}
		const bottom = min$7(z[0], z[1], z[2]);
		const top = max$9(z[0], z[1], z[2]);
		const from = max$9(0, floor$2(bottom / layer - .5));
		const to = min$7(layers - 1, ceil$4(top / layer - .5));
		const at = 3 * face;
		const nx = normals[at];
		const ny = normals[at + 1];
		const nz = normals[at + 2];
		const alongX = -(nx * v[0] + ny * v[1] + nz * v[2]);
		const alongY = nx * u[0] + ny * u[1] + nz * u[2];
		for (let index = from; index <= to; index++) {
			const height = (index + .5) * layer;
			if (bottom > height || top <= height) continue;
			let x0 = 0;
			let y0 = 0;
			let x1 = 0;
			let y1 = 0;
			let crossings = 0;
			for (let side = 0; side < 3; side++) {
				const next = (side + 1) % 3;
				const below = z[side] <= height;
				if (below === z[next] <= height) continue;
				const [lower, upper] = below ? [side, next] : [next, side];
				const part = (height - z[lower]) / (z[upper] - z[lower]);
				x0 = x1;
				y0 = y1;
				x1 = x[lower] + part * (x[upper] - x[lower]);
				y1 = y[lower] + part * (y[upper] - y[lower]);
				crossings += 1;
			}
			if (crossings !== 2) continue;
			const dx = x1 - x0;
			const dy = y1 - y0;
			const signed = (x0 * y1 - x1 * y0) / 2;
			areas[index] = areas[index] + (dx * alongX + dy * alongY >= 0 ? signed : -signed);
			outlines[index] = outlines[index] + sqrt$2(dx * dx + dy * dy);
		}
	}
	return {
		areas: areas.map((area) => max$9(0, area)),
		outlines
	};
};
// src/kernel.ts
const kernel = await createManifold();
kernel.setup();
// src/polygon.ts
const { abs: abs$6 } = Math;
const normalOf = (points, corners) => {
	const normal = [
		0,
		0,
		0
	];
	for (let corner = 0; corner < corners; corner++) {
		const one = 3 * corner;
		const other = 3 * ((corner + 1) % corners);
		for (let axis = 0; axis < 3; axis++) {
			const u = (axis + 1) % 3;
			const v = (axis + 2) % 3;
			normal[axis] = normal[axis] + (points[one + u] - points[other + u]) * (points[one + v] + points[other + v]);
		}
	}
	return normal;
};
const trianglesOf = (points, corners) => {
	const normal = normalOf(points, corners);
	const axis = [
		0,
		1,
		2
	].reduce((best, next) => abs$6(normal[next]) > abs$6(normal[best]) ? next : best, 0);
	const [u, v] = normal[axis] >= 0 ? [(axis + 1) % 3, (axis + 2) % 3] : [(axis + 2) % 3, (axis + 1) % 3];
	const flat = Array.from({ length: corners }, (_, corner) => [points[3 * corner + u], points[3 * corner + v]]);
	const turn = (a, b, c) => {
		const [ax, ay] = flat[a];
		const [bx, by] = flat[b];
		const [cx, cy] = flat[c];
		return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
	};
	const fan = Array.from({ length: corners - 2 }, (_, index) => [
		0,
		index + 1,
		index + 2
	]);
	if (flat.every((_, corner) => turn(corner, (corner + 1) % corners, (corner + 2) % corners) >= 0) && fan.every(([a, b, c]) => turn(a, b, c) >= 0)) return fan;
	return kernel.triangulate([flat]);
};
// src/triangle-sink.ts
const COORDINATE_LIMIT = 1e7;
const isSound = (coordinate) => -1e7 <= coordinate && coordinate <= 1e7;
const coordinateFault = (coordinate, where) => Number.isFinite(coordinate) ? {
	code: "COORDINATES_TOO_LARGE",
	detail: `${where} has the coordinate ${coordinate}; at most ±${COORDINATE_LIMIT} is allowed. Export the model again near the origin.`
} : {
	code: "NAN_COORDINATES",
	detail: `${where} has a coordinate that is no finite number. Repair the model and export it again.`
};
const tooManyTriangles = (most) => ({
	code: "TOO_MANY_TRIANGLES",
	detail: `The model has more than ${most} triangles. Simplify the mesh and upload it again.`
});
// src/obj.ts
const LONGEST_LINE = 2097152;
const SHOWN$2 = 20;
const PIECE$3 = 65536;
const decoder$1 = new TextDecoder("latin1");
const NUMBER$2 = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const DECIMAL_COMMA$1 = /^[+-]?\d*,\d+(?:e[+-]?\d+)?$/i;
const BYTE_ORDER_MARK$2 = "ï»¿";
const PASSED_OVER = new Set("vt vn vp g o s l p usemtl mtllib usemap maplib lod bevel c_interp d_interp shadow_obj trace_obj deg bmat step".split(" "));
const FREE_FORM = new Set("cstype curv curv2 surf parm trim hole scrv sp end con call".split(" "));
const objReader = (sink) => {
	let line = 0;
	let rest = "";
	let begun = false;
	let fault = null;
	let corners = new Float64Array(3072);
	let count = 0;
	let triangles = 0;
	const refuse = (detail) => {
		fault ??= {
			code: "NOT_OBJ",
			detail: `Line ${line}: ${detail}. Export the model again.`
		};
	};
	const shown = (text) => text.slice(0, SHOWN$2).replace(/[^ -~]/g, "?");
	const corner = (words) => {
		if (3 * count === corners.length) {
			const larger = new Float64Array(2 * corners.length);
			larger.set(corners);
			corners = larger;
		}
		for (let axis = 0; axis < 3; axis++) {
			const word = words[axis + 1] ?? "";
			if (DECIMAL_COMMA$1.test(word)) return refuse(`"${shown(word)}" is written with a decimal comma; set the number format to the point (English)`);
			const value = NUMBER$2.test(word) ? Number(word) : NaN;
			if (!isSound(value)) {
				fault ??= coordinateFault(value, `Line ${line}`);
				return;
			}
			corners[3 * count + axis] = value;
		}
		count += 1;
	};
	const indexOf = (word) => {
		const number = Number.parseInt(word, 10);
		const index = number < 0 ? count + number : number - 1;
		return index >= 0 && index < count ? index : NaN;
	};
	const face = (words) => {
		const size = words.length - 1;
		if (size < 3) return refuse(`a face of ${size} corners; it needs three`);
		const points = new Float64Array(3 * size);
		for (let number = 0; number < size; number++) {
			const index = indexOf(words[number + 1]);
			if (Number.isNaN(index)) return refuse(`a face names the corner "${shown(words[number + 1])}", which is not there`);
			for (let axis = 0; axis < 3; axis++) points[3 * number + axis] = corners[3 * index + axis];
		}
		const cut = size === 3 ? [[
			0,
			1,
			2
		]] : trianglesOf(points, size);
		for (const [a, b, c] of cut) {
			triangles += 1;
			const at = (index, axis) => points[3 * index + axis];
			sink(at(a, 0), at(a, 1), at(a, 2), at(b, 0), at(b, 1), at(b, 2), at(c, 0), at(c, 1), at(c, 2));
		}
	};
	const takeLine = (text) => {
		const remark = text.indexOf("#");
		const words = (remark < 0 ? text : text.slice(0, remark)).trim().split(/\s+/);
		const [keyword = ""] = words;
		if (keyword === "v") corner(words);
		else if (keyword === "f" || keyword === "fo") face(words);
		else if (FREE_FORM.has(keyword)) refuse(`"${keyword}": surfaces by formula are not read, export the model as a mesh`);
		else if (keyword !== "" && !PASSED_OVER.has(keyword)) refuse(`"${shown(keyword)}" is no word of Wavefront OBJ`);
	};
	const scan = (piece) => {
		let at = 0;
		while (fault === null) {
			const end = piece.indexOf("\n", at);
			if (end < 0) break;
			const text = rest + piece.slice(at, end);
			at = end + 1;
			rest = "";
			line += 1;
			const whole = text.trimEnd();
			if (whole.endsWith("\\")) rest = `${whole.slice(0, -1)} `;
			else takeLine(text);
		}
		rest += piece.slice(at);
		if (rest.length > LONGEST_LINE) refuse("it is longer than any line of an OBJ");
	};
	return {
		push(chunk) {
			for (let at = 0; at < chunk.length && fault === null; at += PIECE$3) {
				const text = decoder$1.decode(chunk.subarray(at, at + PIECE$3));
				scan(begun ? text : text.replace(BYTE_ORDER_MARK$2, ""));
				begun = true;
			}
		},
		end() {
			line += 1;
			if (fault === null) takeLine(rest);
			rest = "";
			return {
				triangles,
				fault
			};
		},
		failed: () => fault !== null,
		triangles: () => triangles
	};
};
// src/foreign-formats.ts
const UNPACK = "Unpack it and upload the STL that is in it.";
const AS_STL = "Open it in the program that wrote it and export the model as STL.";
const FROM_CAD = "Open it in your CAD program and save the part as STL (binary).";
const PICTURE = "A picture holds no body. Upload the model itself as STL.";
const DOCUMENT = "A document holds no body. Upload the model itself as STL.";
const bytesOf = (text) => [...text].map((character) => character.charCodeAt(0));
const FOREIGN_FORMATS = [
	{
		name: "packed with gzip",
		advice: UNPACK,
		opening: [31, 139]
	},
	{
		name: "packed with 7-Zip",
		advice: UNPACK,
		opening: [
			55,
			122,
			188,
			175,
			39,
			28
		]
	},
	{
		name: "packed with RAR",
		advice: UNPACK,
		opening: bytesOf("Rar!\x07")
	},
	{
		name: "packed with bzip2",
		advice: UNPACK,
		opening: /^BZh[1-9]1AY&SY/
	},
	{
		name: "packed with xz",
		advice: UNPACK,
		opening: [
			253,
			55,
			122,
			88,
			90,
			0
		]
	},
	{
		name: "packed with zstd",
		advice: UNPACK,
		opening: [
			40,
			181,
			47,
			253
		]
	},
	{
		name: "an OLE document, such as a SolidWorks part (SLDPRT) or a document of Office",
		advice: FROM_CAD,
		opening: [
			208,
			207,
			17,
			224,
			161,
			177,
			26,
			225
		]
	},
	{
		name: "PNG, a picture",
		advice: PICTURE,
		opening: [
			137,
			80,
			78,
			71,
			13,
			10,
			26,
			10
		]
	},
	{
		name: "JPEG, a picture",
		advice: PICTURE,
		opening: [
			255,
			216,
			255
		]
	},
	{
		name: "GIF, a picture",
		advice: PICTURE,
		opening: /^GIF8[79]a/
	},
	{
		name: "WebP, a picture",
		advice: PICTURE,
		opening: /^RIFF.{4}WEBP/s
	},
	{
		name: "PDF, a document",
		advice: DOCUMENT,
		opening: bytesOf("%PDF-")
	},
	{
		name: "FBX",
		advice: AS_STL,
		opening: /^(?:Kaydara FBX Binary|; FBX )/
	},
	{
		name: "a Blender file",
		advice: AS_STL,
		opening: bytesOf("BLENDER")
	},
	{
		name: "a Rhino file (3DM)",
		advice: AS_STL,
		opening: bytesOf("3D Geometry File Format")
	},
	{
		name: "a DWG drawing",
		advice: FROM_CAD,
		opening: /^AC10\d\d\0/
	},
	{
		name: "PLY",
		advice: AS_STL,
		opening: /^ply[\r\n]/
	},
	{
		name: "glTF",
		advice: AS_STL,
		opening: bytesOf("glTF")
	},
	{
		name: "text in UTF-16",
		advice: "Save it as plain text (ASCII or UTF-8), or export the model as binary STL.",
		opening: /^(?:\xff\xfe|\xfe\xff|(?:[\t\n\r -~]\0){8}|(?:\0[\t\n\r -~]){8})/
	},
	{
		name: "STEP",
		advice: FROM_CAD,
		opening: /^\s*ISO-10303-21/
	},
	{
		name: "IGES",
		advice: FROM_CAD,
		opening: /^.{72}S[ 0]*1\s/
	},
	{
		name: "Parasolid",
		advice: FROM_CAD,
		opening: /^\*\*ABCDEFGHIJKLMNOPQRSTUVWXYZ/
	},
	{
		name: "a DXF drawing",
		advice: FROM_CAD,
		opening: /^\s*0\r?\n\s*SECTION/
	},
	{
		name: "HTML, a page of the web",
		advice: "The page was saved in place of the model. Download the model itself and upload that.",
		opening: /^\s*<(?:!doctype\s+html|html|head|body)\b/i
	},
	{
		name: "AMF",
		advice: AS_STL,
		opening: /^\s*(?:<\?xml[^>]*>\s*)?<amf\b/i
	},
	{
		name: "XML",
		advice: AS_STL,
		opening: /^\s*<\?xml\b/
	},
	{
		name: "glTF",
		advice: AS_STL,
		opening: /^\s*\{.*"asset"\s*:/s
	},
	{
		name: "G-code",
		advice: "Upload the model that it was made from, as STL.",
		opening: /^(?:;|[GM]\d)/,
		onlyText: true
	}
];
const BYTE_ORDER_MARK$1 = "ï»¿";
const foreignFormat = (text, textual) => {
	const plain = text.startsWith(BYTE_ORDER_MARK$1) ? text.slice(3) : text;
	const fits = ({ opening, onlyText = false }) => {
		if (onlyText && !textual) return false;
		if (opening instanceof RegExp) return opening.test(plain);
		return opening.every((byte, index) => text.charCodeAt(index) === byte);
	};
	return FOREIGN_FORMATS.find(fits) ?? null;
};
// src/opening.ts
const OPENING = 1024;
const SOLID$1 = /^(?:\u00ef\u00bb\u00bf)?(?:\s|(?:#|;|\/\/)[^\r\n]*[\r\n])*solid(?:\s|$)/i;
const FACET = /\bfacet\b/i;
const OBJ_LINE = /^(?:\u00ef\u00bb\u00bf)?(?:v|vn|vt|f|g|o|mtllib|usemtl)[ \t]+\S/m;
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/;
const ARCHIVES = [[
	80,
	75,
	3,
	4
], [
	80,
	75,
	5,
	6
]];
const isArchive = (bytes) => ARCHIVES.some((archive) => archive.every((byte, at) => at >= bytes.length || bytes[at] === byte));
const openingOf = (bytes) => {
	const text = String.fromCharCode(...bytes);
	const textual = bytes.length > 0 && !CONTROL.test(text);
	const solid = SOLID$1.test(text);
	const wavefrontObj = textual && !solid && OBJ_LINE.test(text);
	return {
		textual,
		asciiStl: solid && (textual || FACET.test(text)),
		wavefrontObj,
		foreign: solid || wavefrontObj ? null : foreignFormat(text, textual)
	};
};
// src/stl-ascii.ts
const LONGEST_TOKEN = 64;
const SHOWN$1 = 20;
const NUMBER$1 = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const NO_NUMBER = /^[+-]?(?:nan|inf|\d+\.?\d*#)/i;
const DECIMAL_COMMA = /^[+-]?\d*,\d+(?:e[+-]?\d+)?$/i;
const REMARK = /^(?:#|;|\/\/|colou?r$)/i;
const BYTE_ORDER_MARK = "ï»¿";
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const PIECE$2 = 65536;
const decoder = new TextDecoder("latin1");
const asciiStlReader = (sink) => {
	let place = "before-solid";
	let token = "";
	let line = 1;
	let lastWasReturn = false;
	let passOver = false;
	let remarksAllowed = false;
	let ending = false;
	let begun = false;
	let triangles = 0;
	let solids = 0;
	let fault = null;
	const corner = new Float64Array(9);
	let corners = 0;
	let wanted = 0;
	const unexpected = (found, expected) => {
		fault = {
			code: "NOT_STL",
			detail: `Line ${line}: expected ${expected}, found "${found.replace(/[^ -~]/g, "?")}". The text is no valid ASCII STL; export the model again.`
		};
	};
	const coordinate = (text) => {
		wanted -= 1;
		if (NUMBER$1.test(text)) {
			const value = Number(text);
			if (!isSound(value)) fault = coordinateFault(value, `Line ${line}`);
			corner[corners++] = value;
		} else if (NO_NUMBER.test(text)) fault = coordinateFault(NaN, `Line ${line}`);
		else if (DECIMAL_COMMA.test(text)) fault = {
			code: "NOT_STL",
			detail: `Line ${line}: "${text}" is written with a decimal comma, an STL has decimal points. Set the number format of your system or program to the point (English), or export the model as binary STL.`
		};
		else unexpected(text, "a coordinate");
	};
	const isNumeric = (text) => NUMBER$1.test(text) || NO_NUMBER.test(text) || DECIMAL_COMMA.test(text);
	const solidEnds = () => {
		place = "before-solid";
		passOver = true;
	};
	const solidBegins = () => {
		solids += 1;
		place = "between-facets";
		passOver = true;
	};
	const keyword = (word) => {
		switch (place) {
			case "before-solid":
				if (word === "solid") solidBegins();
				return word === "solid";
			case "between-facets":
				if (word === "facet") {
					place = "normal";
					corners = 0;
				} else if (word === "solid") solidBegins();
				else if (word.startsWith("endsolid")) solidEnds();
				else return false;
				return true;
			case "normal":
				if (word === "outer") place = "loop";
				else return word === "normal" || isNumeric(word);
				return true;
			case "loop":
				if (word !== "loop") return false;
				place = "corners";
				return true;
			case "corners":
				if (word === "vertex" && corners < 9) wanted = 3;
				else if (word === "endloop" && corners === 9) {
					place = "loop-done";
					remarksAllowed = true;
				} else return false;
				return true;
			case "loop-done":
				if (word !== "endfacet") return false;
				place = "between-facets";
				remarksAllowed = true;
				triangles += 1;
				sink(corner[0], corner[1], corner[2], corner[3], corner[4], corner[5], corner[6], corner[7], corner[8]);
				return true;
		}
	};
	const expectedHere = () => {
		switch (place) {
			case "before-solid": return "\"solid\"";
			case "between-facets": return "\"facet\" or \"endsolid\"";
			case "normal": return "\"outer loop\"";
			case "loop": return "\"loop\"";
			case "corners": return corners < 9 ? "\"vertex\"" : "\"endloop\"";
			case "loop-done": return "\"endfacet\"";
		}
	};
	const take = (text) => {
		if (wanted > 0) return coordinate(text);
		const lower = text.toLowerCase();
		if (lower === "end" && !ending) {
			ending = true;
			return;
		}
		const word = ending ? `end${lower}` : lower;
		ending = false;
		const expected = expectedHere();
		if (keyword(word)) return;
		if (REMARK.test(word)) passOver = true;
		else if (!remarksAllowed) unexpected(text, expected);
	};
	const endOfLine = () => {
		passOver = false;
		remarksAllowed = false;
		ending = false;
	};
	const finishToken = () => {
		if (token === "") return;
		const text = token;
		token = "";
		take(text);
	};
	const lineEnd = (piece, at) => {
		let end = at;
		while (end < piece.length && piece.charCodeAt(end) !== NEWLINE && piece.charCodeAt(end) !== RETURN) end += 1;
		return end === piece.length ? -1 : end;
	};
	const whiteSpace = (byte) => {
		if (byte !== NEWLINE && byte !== RETURN) {
			lastWasReturn = false;
			return;
		}
		if (!(byte === NEWLINE && lastWasReturn)) line += 1;
		lastWasReturn = byte === RETURN;
		endOfLine();
	};
	const scan = (piece) => {
		let at = 0;
		while (at < piece.length && fault === null) {
			if (passOver) {
				const end = lineEnd(piece, at);
				if (end < 0) {
					lastWasReturn = false;
					return;
				}
				if (end > at) lastWasReturn = false;
				whiteSpace(piece.charCodeAt(end));
				at = end + 1;
				continue;
			}
			let end = at;
			while (end < piece.length && piece.charCodeAt(end) > SPACE) end += 1;
			if (token.length + end - at > LONGEST_TOKEN) return unexpected(`${(token + piece.slice(at, at + SHOWN$1)).slice(0, SHOWN$1)}…`, "a keyword or a number");
			if (end > at) token += piece.slice(at, end);
			if (end === piece.length) return;
			finishToken();
			if (end > at) lastWasReturn = false;
			if (fault === null && !passOver) {
				whiteSpace(piece.charCodeAt(end));
				at = end + 1;
			} else at = end;
		}
	};
	let mark = "";
	const withoutMark = (piece) => {
		if (begun) return piece;
		mark += piece;
		if (mark.length < 3 && BYTE_ORDER_MARK.startsWith(mark)) return "";
		begun = true;
		return mark.startsWith(BYTE_ORDER_MARK) ? mark.slice(3) : mark;
	};
	return {
		push(chunk) {
			for (let at = 0; at < chunk.length && fault === null; at += PIECE$2) scan(withoutMark(decoder.decode(chunk.subarray(at, at + PIECE$2))));
		},
		end() {
			const word = (ending ? "end" : "") + token.toLowerCase();
			const last = place === "before-solid" || place === "between-facets" && word.startsWith("endsolid");
			if (fault === null && last && !passOver) finishToken();
			if (fault === null && !(place === "before-solid" && solids > 0)) fault = {
				code: "TRUNCATED",
				detail: `The text ends in line ${line}, before "endsolid". Upload the whole file again.`
			};
			return {
				triangles,
				fault
			};
		},
		failed: () => fault !== null,
		triangles: () => triangles
	};
};
// src/stl-binary.ts
const { max: max$8, min: min$6 } = Math;
const HEADER = 84;
const RECORD = 50;
const MOST_PADDING = 2;
const ABSURD = 100;
const pieces = (largest) => {
	const piece = new Uint8Array(largest);
	const pieceView = new DataView(piece.buffer);
	let filled = 0;
	return {
		left: () => filled,
		push(chunk, size, take) {
			const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
			let at = 0;
			while (at < chunk.length) {
				const due = size();
				if (filled === 0 && chunk.length - at >= due) {
					take(view, at);
					at += due;
					continue;
				}
				const taken = min$6(due - filled, chunk.length - at);
				piece.set(chunk.subarray(at, at + taken), filled);
				filled += taken;
				at += taken;
				if (filled === due) {
					filled = 0;
					take(pieceView, 0);
				}
			}
		}
	};
};
const records = (sink, before) => {
	let triangles = 0;
	let fault = null;
	return {
		triangles: () => triangles,
		fault: () => fault,
		take(view, at) {
			const n = (index) => view.getFloat32(at + 12 + 4 * index, true);
			triangles += 1;
			for (let index = 0; index < 9 && fault === null; index++) if (!isSound(n(index))) fault = coordinateFault(n(index), `Triangle ${before() + triangles}`);
			sink(n(0), n(1), n(2), n(3), n(4), n(5), n(6), n(7), n(8));
		}
	};
};
const binaryStlReader = (sinks) => {
	const inParts = pieces(HEADER);
	const inRest = pieces(RECORD);
	const first = records(sinks.first, () => 0);
	const further = records(sinks.further, first.triangles);
	const rest = records(sinks.rest, first.triangles);
	let left = 0;
	let inHeader = true;
	let announced = null;
	let firstPart = Number.POSITIVE_INFINITY;
	let bytes = 0;
	const takeOfParts = (view, at) => {
		if (inHeader) {
			left = view.getUint32(at + 80, true);
			announced ??= left;
			firstPart = min$6(firstPart, HEADER + RECORD * announced);
		} else {
			(first.triangles() < (announced ?? 0) ? first : further).take(view, at);
			left -= 1;
		}
		inHeader = left === 0;
	};
	const inAllParts = () => first.triangles() + further.triangles();
	const bySize = () => first.triangles() + rest.triangles();
	const sizeIsMeant = () => {
		if (announced === null || bySize() === 0) return false;
		return (bytes > firstPart ? inRest.left() : inParts.left()) <= MOST_PADDING && (announced < bySize() || announced > ABSURD * bySize());
	};
	const notWhole = () => {
		if (announced !== null && bytes > firstPart) return {
			code: "TRAILING_BYTES",
			detail: `The header announces ${announced} triangles, ${firstPart} bytes, but ${bytes - firstPart} more bytes follow which are no further STL part. Export the model again.`
		};
		const needed = announced === null ? `a header of ${HEADER} bytes is needed` : `its header announces ${announced} triangles, ${firstPart} bytes`;
		return {
			code: "TRUNCATED",
			detail: `The file ends after ${bytes} bytes, but ${needed}. Upload the whole file again.`
		};
	};
	const listed = (warning) => warning === null ? [] : [warning];
	return {
		push(chunk) {
			const before = bytes;
			inParts.push(chunk, () => inHeader ? HEADER : RECORD, takeOfParts);
			bytes += chunk.length;
			if (bytes > firstPart) inRest.push(chunk.subarray(max$8(0, firstPart - before)), () => RECORD, rest.take);
		},
		end() {
			const padding = inParts.left();
			const plausible = first.fault() === null;
			const bySizeIsMeant = sizeIsMeant();
			if (bytes >= HEADER && inHeader && padding <= MOST_PADDING && (inAllParts() > 0 || !bySizeIsMeant)) return {
				reading: "PARTS",
				triangles: inAllParts(),
				exact: padding === 0,
				fault: first.fault() ?? further.fault(),
				plausible,
				warnings: listed(faultOf("PADDING", padding, []))
			};
			if (!bySizeIsMeant) return {
				reading: null,
				triangles: bySize(),
				exact: false,
				fault: notWhole(),
				plausible,
				warnings: []
			};
			const fault = first.fault() ?? rest.fault();
			return {
				reading: "BY_SIZE",
				triangles: bySize(),
				exact: false,
				fault,
				plausible: fault === null,
				warnings: listed(faultOf("WRONG_COUNT", bySize(), []))
			};
		},
		triangles: () => max$8(inAllParts(), bySize()),
		plausible: () => first.fault() === null
	};
};
// src/three-mf/limits.ts
const MIB = 1048576;
const LIMITS = {
	entries: 1e4,
	inflated: 1024 * MIB,
	small: MIB,
	elements: 64,
	quiet: 16 * MIB,
	resources: 1e5,
	parts: 2e3,
	components: 32,
	instances: 1e5
};
// src/three-mf/unreadable.ts
var UnreadableError = class extends Error {
	name = "UnreadableError";
	fault;
	constructor(code, detail) {
		super(detail);
		this.fault = {
			code,
			detail
		};
	}
};
const SHOWN = 60;
const shown = (text) => text.slice(0, SHOWN).replace(/[^ -~]/g, "?");
const unreadable = (detail) => new UnreadableError("NOT_3MF", `${detail}. Export the model as 3MF again, or as STL.`);
// src/three-mf/transform.ts
const IDENTITY = [
	1,
	0,
	0,
	0,
	1,
	0,
	0,
	0,
	1,
	0,
	0,
	0
];
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const determinantOf = (t) => t[0] * (t[4] * t[8] - t[5] * t[7]) - t[1] * (t[3] * t[8] - t[5] * t[6]) + t[2] * (t[3] * t[7] - t[4] * t[6]);
const transformOf = (text, where) => {
	if (text === void 0) return IDENTITY;
	const words = text.trim().split(/\s+/);
	if (words.length !== 12 || !words.every((word) => NUMBER.test(word))) throw unreadable(`${where}: a transform is twelve numbers`);
	const transform = words.map(Number);
	if (!transform.every(Number.isFinite)) throw unreadable(`${where}: a transform with a number that is too large`);
	if (determinantOf(transform) === 0) throw unreadable(`${where}: a transform that leaves a body no volume`);
	return transform;
};
const composed = (inner, outer) => {
	if (inner === IDENTITY) return outer;
	if (outer === IDENTITY) return inner;
	return Array.from({ length: 12 }, (_, at) => {
		const row = 3 * Math.floor(at / 3);
		const column = at % 3;
		const sum = inner[row] * outer[column] + inner[row + 1] * outer[3 + column] + inner[row + 2] * outer[6 + column];
		return row === 9 ? sum + outer[9 + column] : sum;
	});
};
// src/three-mf/expand.ts
const isMade = ({ type }) => type === "model";
const extents = () => {
	const known = new Map();
	const extentOf = (node, above) => {
		const found = known.get(node);
		if (found !== void 0) return found;
		if (above > LIMITS.components) throw unreadable(`More than ${LIMITS.components} objects stand within each other`);
		const extent = {
			depth: 1,
			bodies: 0,
			triangles: 0,
			corners: 0,
			leftOut: 0
		};
		if (!isMade(node)) extent.leftOut = 1;
		else if (node.mesh !== null) {
			extent.bodies = 1;
			extent.triangles = node.mesh.triangles.length / 3;
			extent.corners = node.mesh.corners.length / 3;
		} else for (const { node: child } of node.children) {
			const of = extentOf(child, above + 1);
			extent.depth = Math.max(extent.depth, of.depth + 1);
			extent.bodies += of.bodies;
			extent.triangles += of.triangles;
			extent.corners += of.corners;
			extent.leftOut += of.leftOut;
		}
		known.set(node, extent);
		return extent;
	};
	return (node) => extentOf(node, 1);
};
const emit = ({ corners, triangles }, transform, sink) => {
	const placed = new Float64Array(corners.length);
	for (let at = 0; at < corners.length; at += 3) for (let column = 0; column < 3; column++) {
		const value = corners[at] * transform[column] + corners[at + 1] * transform[3 + column] + corners[at + 2] * transform[6 + column] + transform[9 + column];
		if (!isSound(value)) {
			const { code, detail } = coordinateFault(value, "An object in its place");
			throw new UnreadableError(code, detail);
		}
		placed[at + column] = value;
	}
	const [second, third] = determinantOf(transform) < 0 ? [2, 1] : [1, 2];
	for (let at = 0; at < triangles.length; at += 3) {
		const a = 3 * triangles[at];
		const b = 3 * triangles[at + second];
		const c = 3 * triangles[at + third];
		sink(...[
			placed[a],
			placed[a + 1],
			placed[a + 2]
		], ...[
			placed[b],
			placed[b + 1],
			placed[b + 2]
		], ...[
			placed[c],
			placed[c + 1],
			placed[c + 2]
		]);
	}
};
const expand = (build, maxTriangles, sink) => {
	const extentOf = extents();
	const sum = {
		bodies: 0,
		triangles: 0,
		corners: 0,
		leftOut: 0
	};
	for (const { node } of build) {
		const { depth, bodies, triangles, corners, leftOut } = extentOf(node);
		if (depth > LIMITS.components) throw unreadable(`More than ${LIMITS.components} objects stand within each other`);
		sum.bodies += bodies;
		sum.triangles += triangles;
		sum.corners += corners;
		sum.leftOut += leftOut;
	}
	if (sum.triangles > maxTriangles || sum.corners > 3 * maxTriangles) throw new UnreadableError("TOO_MANY_TRIANGLES", tooManyTriangles(maxTriangles).detail);
	if (sum.bodies + sum.leftOut > LIMITS.instances) throw unreadable(`It places ${sum.bodies + sum.leftOut} bodies; at most ${LIMITS.instances} are read`);
	const place = (node, transform) => {
		if (!isMade(node)) return;
		if (node.mesh !== null) emit(node.mesh, transform, sink);
		for (const child of node.children) place(child.node, composed(child.transform, transform));
	};
	for (const { node, transform } of build) place(node, transform);
	return sum;
};
// src/three-mf/extensions.ts
const CORE = "http://schemas.microsoft.com/3dmanufacturing/core/2015/02";
const MATERIALS = "http://schemas.microsoft.com/3dmanufacturing/material/2015/02";
const PRODUCTION = "http://schemas.microsoft.com/3dmanufacturing/production/2015/06";
const SLICES = "http://schemas.microsoft.com/3dmanufacturing/slice/2015/07";
const BEAMS = "http://schemas.microsoft.com/3dmanufacturing/beamlattice/2017/02";
const READ = new Set([
	CORE,
	MATERIALS,
	PRODUCTION,
	SLICES,
	"http://schemas.microsoft.com/3dmanufacturing/trianglesets/2021/07"
]);
const NOT_READ = {
	[BEAMS]: "a beam lattice",
	"http://schemas.microsoft.com/3dmanufacturing/beamlattice/balls/2020/07": "a lattice of balls and beams",
	"http://schemas.3mf.io/3dmanufacturing/booleanoperations/2023/07": "bodies that are cut out of others",
	"http://schemas.3mf.io/3dmanufacturing/displacement/2023/10": "displaced surfaces",
	"http://schemas.3mf.io/3dmanufacturing/volumetric/2022/01": "volumes given by functions",
	"http://schemas.3mf.io/3dmanufacturing/implicit/2023/12": "volumes given by functions",
	"http://schemas.microsoft.com/3dmanufacturing/securecontent/2019/04": "encrypted parts"
};
// src/three-mf/mesh-builder.ts
const grown = (list, make) => {
	const larger = make(2 * list.length);
	larger.set(list);
	return larger;
};
const INDEX = /^\d{1,10}$/;
const meshBuilder = (budget, where, refuse) => {
	let corners = new Float64Array(192);
	let numbers = new Uint32Array(192);
	let cornersLength = 0;
	let numbersLength = 0;
	const count = (what, most) => {
		budget[what] += 1;
		if (budget[what] > most) throw new UnreadableError("TOO_MANY_TRIANGLES", tooManyTriangles(budget.maxTriangles).detail);
	};
	return {
		corner({ attributes }) {
			count("corners", 3 * budget.maxTriangles);
			if (cornersLength === corners.length) corners = grown(corners, (length) => new Float64Array(length));
			for (const axis of [
				"x",
				"y",
				"z"
			]) {
				const text = attributes[axis]?.value.trim();
				if (text === void 0) refuse(`a vertex without ${axis}`);
				const value = NUMBER.test(text) ? Number(text) : NaN;
				if (!isSound(value)) {
					const { code, detail } = coordinateFault(value, where());
					throw new UnreadableError(code, detail);
				}
				corners[cornersLength++] = value;
			}
		},
		triangle({ attributes }) {
			count("triangles", budget.maxTriangles);
			if (numbersLength === numbers.length) numbers = grown(numbers, (length) => new Uint32Array(length));
			for (const corner of [
				"v1",
				"v2",
				"v3"
			]) {
				const text = attributes[corner]?.value.trim() ?? "";
				const number = INDEX.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
				if (3 * number >= cornersLength) refuse(`a triangle names the vertex "${shown(text)}", which is not there`);
				numbers[numbersLength++] = number;
			}
		},
		built() {
			if (cornersLength < 9) refuse("a mesh of fewer than three vertices");
			if (numbersLength === 0) refuse("a mesh without triangles");
			return {
				corners: corners.slice(0, cornersLength),
				triangles: numbers.slice(0, numbersLength)
			};
		}
	};
};
// src/three-mf/resources.ts
const REQUIRED = {
	basematerials: ["id"],
	base: ["name", "displaycolor"],
	colorgroup: ["id"],
	color: ["color"],
	texture2d: [
		"id",
		"path",
		"contenttype"
	],
	texture2dgroup: ["id", "texid"],
	tex2coord: ["u", "v"],
	compositematerials: [
		"id",
		"matid",
		"matindices"
	],
	composite: ["values"],
	multiproperties: ["id", "pids"],
	multi: ["pindices"]
};
const TEXTURES = new Set(["image/png", "image/jpeg"]);
const ID = /^\d{1,10}$/;
const MOST_ID = 0x7fffffff;
const ONCE = [["basematerials", "compositematerials"], ["colorgroup"]];
const createResources = (refuse) => {
	const kinds = new Map();
	const add = (element) => {
		const id = element.attributes.id?.value ?? "";
		const number = Number(id);
		if (!ID.test(id) || number < 1 || number > MOST_ID) return refuse(`${element.local} has the id "${shown(id)}", which is no number from 1`);
		const key = String(number);
		if (kinds.has(key)) return refuse(`the id ${key} is there twice`);
		if (kinds.size >= LIMITS.resources) return refuse(`more than ${LIMITS.resources} resources`);
		kinds.set(key, element.local);
		return key;
	};
	const named = (element, attribute) => (element.attributes[attribute]?.value ?? "").trim().split(/\s+/).map((id) => kinds.get(String(Number(id))));
	return {
		add,
		take(element) {
			const { local, uri, attributes } = element;
			const required = uri === "http://schemas.microsoft.com/3dmanufacturing/material/2015/02" || uri === "http://schemas.microsoft.com/3dmanufacturing/core/2015/02" ? REQUIRED[local] : void 0;
			if (required === void 0) return;
			for (const name of required) if (attributes[name] === void 0) refuse(`${local} has no ${name}`);
			if (required[0] === "id") add(element);
			if (local === "texture2d" && !TEXTURES.has(attributes.contenttype.value)) refuse("a texture that is neither PNG nor JPEG");
			if (local === "compositematerials" && named(element, "matid")[0] !== "basematerials") refuse("compositematerials that are not made of basematerials");
			if (local === "multiproperties") {
				const kindsNamed = named(element, "pids");
				if (kindsNamed.includes("multiproperties")) refuse("multiproperties that name others of their kind");
				for (const group of ONCE) if (kindsNamed.filter((kind) => kind !== void 0 && group.includes(kind)).length > 1) refuse(`multiproperties that name more than one of ${group.join(", ")}`);
			}
		}
	};
};
// src/three-mf/xml.ts
const ENCODINGS = new Set(["utf-8", "utf-16"]);
const PIECE$1 = 65536;
const encodingOf = ([first, second]) => {
	if (first === 255 && second === 254) return "utf-16le";
	return first === 254 && second === 255 ? "utf-16be" : "utf-8";
};
const xmlReader = (part, handler) => {
	const parser = new SaxesParser({
		xmlns: true,
		position: true
	});
	let decoder = null;
	let depth = 0;
	let quiet = 0;
	const at = (detail) => unreadable(`${shown(part)}, line ${parser.line}: ${detail}`);
	parser.on("error", ({ message }) => {
		throw at(`no XML: ${shown(message.replace(/^\d+:\d+: |\.$/g, ""))}`);
	});
	parser.on("doctype", () => {
		throw at("a document type, which 3MF does not allow");
	});
	parser.on("xmldecl", ({ encoding }) => {
		if (encoding !== void 0 && !ENCODINGS.has(encoding.toLowerCase())) throw at(`the encoding "${shown(encoding)}"; 3MF is UTF-8 or UTF-16`);
	});
	parser.on("opentag", (element) => {
		quiet = 0;
		depth += 1;
		if (depth > LIMITS.elements) throw at(`more than ${LIMITS.elements} elements within each other`);
		handler.open(element);
	});
	parser.on("closetag", () => {
		quiet = 0;
		depth -= 1;
		handler.close();
	});
	const decoded = (bytes) => {
		try {
			return bytes === void 0 ? decoder?.decode() ?? "" : decoder?.decode(bytes, { stream: true }) ?? "";
		} catch {
			throw at("bytes that are no text in its encoding");
		}
	};
	return {
		push(chunk) {
			decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
			for (let from = 0; from < chunk.length; from += PIECE$1) {
				const text = decoded(chunk.subarray(from, from + PIECE$1));
				quiet += text.length;
				if (quiet > LIMITS.quiet) throw at("an element or a text that is too long");
				parser.write(text);
			}
		},
		end() {
			parser.write(decoded(void 0));
			parser.close();
		}
	};
};
// src/three-mf/model-part.ts
const TYPES = [
	"model",
	"solidsupport",
	"support",
	"surface",
	"other"
];
const MM_PER = {
	micron: .001,
	millimeter: 1,
	centimeter: 10,
	inch: 25.4,
	foot: 304.8,
	meter: 1e3
};
const CHILDREN = {
	"": ["model"],
	model: [
		"metadata",
		"resources",
		"build"
	],
	resources: ["basematerials", "object"],
	basematerials: ["base"],
	object: [
		"metadatagroup",
		"mesh",
		"components"
	],
	metadatagroup: ["metadata"],
	mesh: ["vertices", "triangles"],
	vertices: ["vertex"],
	triangles: ["triangle"],
	components: ["component"],
	build: ["item"],
	item: ["metadatagroup"]
};
const BARE = new Set([
	"basematerials",
	"mesh",
	"vertices",
	"triangles",
	"components"
]);
const REPEATED = new Set(["Description"]);
const XML = "http://www.w3.org/XML/1998/namespace";
const INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
const FOREIGN = "foreign";
const attributeOf = (element, name) => element.attributes[name]?.value;
const inNamespace = ({ attributes }, uri, local) => {
	for (const attribute of Object.values(attributes)) if (attribute.uri === uri && attribute.local === local) return attribute.value;
};
const modelPartReader = (part, budget, isRoot) => {
	const objects = new Map();
	const items = [];
	const stack = [];
	const seen = new Set();
	const metadata = new Set();
	let unit = 1;
	let current = null;
	let mesh = null;
	let components = null;
	const where = () => `${shown(part)}${current === null ? "" : `, object ${current.key}`}`;
	const refuse = (detail) => {
		throw unreadable(`${where()}: ${detail}`);
	};
	const resources = createResources(refuse);
	const once = (name) => {
		if (seen.has(name)) refuse(`more than one ${name}`);
		seen.add(name);
	};
	const checkAttributes = ({ local, attributes }) => {
		for (const { uri, local: name, prefix } of Object.values(attributes)) {
			if (uri === INSTANCE || uri === XML && name === "space") refuse(`the attribute ${prefix}:${name}, which 3MF forbids`);
			if (BARE.has(local) && uri !== "" && uri !== XML && prefix !== "xmlns") refuse(`${local} has the attribute ${shown(`${prefix}:${name}`)}`);
		}
	};
	const beginModel = (element) => {
		const name = attributeOf(element, "unit") ?? "millimeter";
		unit = MM_PER[name] ?? refuse(`the unit "${shown(name)}"`);
		for (const prefix of (attributeOf(element, "requiredextensions") ?? "").split(/\s+/).filter((word) => word !== "")) {
			const uri = element.ns[prefix] ?? refuse(`it needs the extension "${shown(prefix)}", which it does not declare`);
			if (READ.has(uri)) continue;
			refuse(`it holds ${NOT_READ[uri] ?? `what needs the extension ${shown(uri)}`}, which cannot be priced; turn it into a mesh`);
		}
	};
	const placed = (element) => {
		const id = String(Number(attributeOf(element, "objectid") ?? NaN));
		const path = inNamespace(element, "http://schemas.microsoft.com/3dmanufacturing/production/2015/06", "path") ?? null;
		if (path === null && !objects.has(id)) refuse(`${element.local} names the object "${shown(attributeOf(element, "objectid") ?? "")}", which is not there before it`);
		return {
			path,
			id,
			transform: transformOf(attributeOf(element, "transform"), where())
		};
	};
	const beginObject = (element) => {
		const type = attributeOf(element, "type") ?? "model";
		const known = TYPES.find((one) => one === type) ?? refuse(`an object of the type "${shown(type)}"`);
		if (attributeOf(element, "pindex") !== void 0 && attributeOf(element, "pid") === void 0) refuse("an object with pindex and without pid");
		if (inNamespace(element, "http://schemas.microsoft.com/3dmanufacturing/slice/2015/07", "slicestackid") !== void 0 && inNamespace(element, "http://schemas.microsoft.com/3dmanufacturing/slice/2015/07", "meshresolution") !== "fullres") refuse("an object that is sliced for a machine, whose mesh may stand for it only; export it without slices");
		current = {
			key: resources.add(element),
			type: known
		};
	};
	const BEGIN = {
		model: beginModel,
		resources: () => once("resources"),
		build: () => {
			once("build");
			if (!seen.has("resources")) refuse("a build before the resources");
		},
		metadata: (element) => {
			const name = attributeOf(element, "name") ?? refuse("metadata without a name");
			if (stack.at(-1) !== "model") return;
			if (metadata.has(name) && !REPEATED.has(name)) refuse(`metadata "${shown(name)}" twice`);
			metadata.add(name);
		},
		basematerials: (element) => resources.take(element),
		base: (element) => resources.take(element),
		object: beginObject,
		mesh: () => {
			if (mesh !== null || components !== null) refuse("an object is one mesh, or made of components");
			mesh = meshBuilder(budget, where, refuse);
		},
		components: () => {
			if (mesh !== null || components !== null) refuse("an object is one mesh, or made of components");
			components = [];
		},
		component: (element) => components?.push(placed(element)),
		item: (element) => items.push({
			...placed(element),
			printable: attributeOf(element, "printable") !== "0"
		})
	};
	const endObject = () => {
		if (current === null) return;
		const { key, type } = current;
		if (mesh !== null) objects.set(key, {
			type,
			mesh: mesh.built()
		});
		else if (components !== null && components.length > 0) objects.set(key, {
			type,
			components
		});
		else refuse("an object without a mesh or components");
		current = null;
		mesh = null;
		components = null;
	};
	const reader = xmlReader(part, {
		open(element) {
			const { uri, local } = element;
			const parent = stack.at(-1) ?? "";
			if (uri === "http://schemas.microsoft.com/3dmanufacturing/core/2015/02" && parent === "vertices" && local === "vertex") {
				stack.push(local);
				mesh?.corner(element);
				return;
			}
			if (uri === "http://schemas.microsoft.com/3dmanufacturing/core/2015/02" && parent === "triangles" && local === "triangle") {
				stack.push(local);
				mesh?.triangle(element);
				return;
			}
			if (parent === "" && (uri !== "http://schemas.microsoft.com/3dmanufacturing/core/2015/02" || local !== "model")) refuse(`its first element is no model of 3MF`);
			if (uri === "http://schemas.microsoft.com/3dmanufacturing/beamlattice/2017/02") refuse(`it holds ${NOT_READ[BEAMS]}, which cannot be priced; turn it into a mesh`);
			if (parent === FOREIGN || uri !== "http://schemas.microsoft.com/3dmanufacturing/core/2015/02") {
				if (seen.has("resources") && !seen.has("build")) resources.take(element);
				stack.push(FOREIGN);
				return;
			}
			if (!(CHILDREN[parent] ?? []).includes(local)) refuse(`the element ${shown(local)} in ${parent}`);
			checkAttributes(element);
			BEGIN[local]?.(element);
			stack.push(local);
		},
		close() {
			if (stack.pop() === "object") endObject();
		}
	});
	return {
		push: reader.push,
		end() {
			reader.end();
			for (const name of isRoot ? ["resources", "build"] : ["resources"]) if (!seen.has(name)) refuse(`no ${name}`);
			return {
				unit,
				objects,
				items
			};
		}
	};
};
// src/three-mf/package.ts
const CONTENT_TYPES = "[Content_Types].xml";
const CONTENT_TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONSHIPS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
const MODEL_TYPE = "application/vnd.ms-package.3dmanufacturing-3dmodel+xml";
const KIND = {
	model: "http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel",
	texture: "http://schemas.microsoft.com/3dmanufacturing/2013/01/3dtexture",
	ticket: "http://schemas.microsoft.com/3dmanufacturing/2013/01/printticket",
	thumbnail: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
};
const KINDS = new Set(Object.values(KIND));
const SLICERS_PICTURE = /^Metadata\/(?:thumbnail|plate_\d*(?:_small)?)\.png$/i;
const OFFICE = /^(?:word|xl|ppt|visio)\//i;
const elementsOf = (zip, part) => {
	const elements = [];
	const reader = xmlReader(part, {
		open: (element) => elements.push(element),
		close: () => void 0
	});
	zip.read(part, reader.push, LIMITS.small);
	reader.end();
	return elements;
};
const attribute = (element, name) => element.attributes[name]?.value;
const unescaped = (address) => {
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
	}
};
const nameAt = (zip, address, part) => {
	if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith("//")) return null;
	const folder = part.slice(0, part.lastIndexOf("/") + 1);
	const steps = [];
	for (const step of (address.startsWith("/") ? address : `/${folder}${address}`).split("/")) if (step === "..") steps.pop();
	else if (step !== "" && step !== ".") steps.push(step);
	const name = steps.join("/");
	return zip.has(name) ? name : unescaped(name);
};
const relationshipsOf = (zip, part) => {
	const slash = part.lastIndexOf("/") + 1;
	const list = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
	if (!zip.has(list)) return [];
	const found = [];
	const ids = new Set();
	for (const element of elementsOf(zip, list)) {
		if (element.uri !== RELATIONSHIPS_NAMESPACE || element.local !== "Relationship") continue;
		const [id, type, target] = [
			"Id",
			"Type",
			"Target"
		].map((name) => attribute(element, name));
		if (id === void 0 || type === void 0 || target === void 0) throw unreadable(`${list} holds a relationship without Id, Type or Target`);
		if (ids.has(id)) throw unreadable(`${list} holds the relationship "${shown(id)}" twice`);
		ids.add(id);
		const name = attribute(element, "TargetMode") === "External" ? null : nameAt(zip, target, part);
		if (!KINDS.has(type)) continue;
		if (name === null) throw unreadable(`${list} leads to "${shown(target)}" outside of the file`);
		if (!zip.has(name) && type === KIND.thumbnail && SLICERS_PICTURE.test(name)) continue;
		if (!zip.has(name)) throw unreadable(`${list} leads to "${shown(target)}", which is not in the file`);
		found.push({
			id,
			type,
			target: name
		});
	}
	if (found.filter(({ type }) => type === KIND.ticket).length > 1) throw unreadable(`${list} names more than one print ticket`);
	return found;
};
const typesOf = (zip) => {
	const byName = new Map();
	const byExtension = new Map();
	for (const element of elementsOf(zip, CONTENT_TYPES)) {
		if (element.uri !== CONTENT_TYPES_NAMESPACE) continue;
		const type = attribute(element, "ContentType");
		const into = element.local === "Default" ? byExtension : byName;
		const key = attribute(element, element.local === "Default" ? "Extension" : "PartName");
		if (type !== void 0 && key !== void 0) into.set(key.toLowerCase(), type);
	}
	return (part) => byName.get(`/${part.toLowerCase()}`) ?? byExtension.get(part.slice(part.lastIndexOf(".") + 1).toLowerCase());
};
const otherArchive = (zip) => {
	if (zip.names.some((name) => OFFICE.test(name))) return "office";
	return zip.has(CONTENT_TYPES) || zip.has("_rels/.rels") || zip.names.some((name) => /\.model$/i.test(name)) ? null : "zip";
};
const rootModelOf = (zip) => {
	if (!zip.has(CONTENT_TYPES)) throw unreadable(`The 3MF has no ${CONTENT_TYPES}`);
	const typeOf = typesOf(zip);
	const models = relationshipsOf(zip, "").filter(({ type }) => type === KIND.model);
	const [root] = models;
	if (root === void 0) throw unreadable("The 3MF names no model that it begins with");
	if (models.length > 1) throw unreadable("The 3MF names more than one model that it begins with");
	if (typeOf(root.target) !== MODEL_TYPE) throw unreadable(`The 3MF does not say of "${shown(root.target)}" that it is a model`);
	relationshipsOf(zip, root.target);
	return root.target;
};
// src/three-mf/zip.ts
const END = 0x6054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65535;
const END_64_LOCATOR = 0x7064b50;
const END_64 = 0x6064b50;
const ENTRY = 33639248;
const ENTRY_BYTES = 46;
const LOCAL = 67324752;
const LOCAL_BYTES = 30;
const SIZES_64 = 1;
const IN_64 = 0xffffffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
const PIECE = 16384;
const keyOf = (name) => name.toLowerCase();
const big = (view, at) => Number(view.getBigUint64(at, true));
const directoryOf = (view) => {
	const { byteLength: length } = view;
	for (let at = length - END_BYTES; at >= Math.max(0, length - END_BYTES - LONGEST_COMMENT); at--) {
		if (view.getUint32(at, true) !== END || at + END_BYTES + view.getUint16(at + 20, true) !== length) continue;
		const locator = at - 20;
		if (locator >= 0 && view.getUint32(locator, true) === END_64_LOCATOR) {
			const end = big(view, locator + 8);
			if (end + 56 > length || view.getUint32(end, true) !== END_64) break;
			return {
				at: big(view, end + 48),
				count: big(view, end + 32)
			};
		}
		return {
			at: view.getUint32(at + 16, true),
			count: view.getUint16(at + 10, true)
		};
	}
	throw unreadable("The file is a zip archive, as 3MF is, that ends too early or goes on behind its end");
};
const in64 = (view, entry, from, to) => {
	for (let at = from; at + 4 <= to;) {
		const size = view.getUint16(at + 2, true);
		if (view.getUint16(at, true) === SIZES_64) {
			let next = at + 4;
			for (const field of [
				"size",
				"packed",
				"local"
			]) {
				if (entry[field] !== IN_64 || next + 8 > Math.min(to, at + 4 + size)) continue;
				entry[field] = big(view, next);
				next += 8;
			}
		}
		at += 4 + size;
	}
};
const entriesOf = (bytes, view) => {
	const entries = new Map();
	let { at, count } = directoryOf(view);
	if (count > LIMITS.entries) throw unreadable(`The archive holds ${count} files; at most ${LIMITS.entries} are read`);
	for (; count > 0; count--) {
		if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY) throw unreadable("The list of files in the archive is damaged");
		const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true);
		const extraEnd = nameEnd + view.getUint16(at + 30, true);
		const next = extraEnd + view.getUint16(at + 32, true);
		if (next > bytes.length) throw unreadable("The list of files in the archive is damaged");
		const entry = {
			name: new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, nameEnd)),
			flags: view.getUint16(at + 8, true),
			method: view.getUint16(at + 10, true),
			crc: view.getUint32(at + 16, true),
			packed: view.getUint32(at + 20, true),
			size: view.getUint32(at + 24, true),
			local: view.getUint32(at + 42, true)
		};
		in64(view, entry, nameEnd, extraEnd);
		at = next;
		if (entry.name.endsWith("/")) continue;
		if (entries.has(keyOf(entry.name))) throw unreadable(`The archive holds "${shown(entry.name)}" twice`);
		entries.set(keyOf(entry.name), entry);
	}
	return entries;
};
const packedOf = (bytes, view, { name, local, packed, flags }) => {
	const damaged = () => unreadable(`"${shown(name)}" in the archive is damaged`);
	if ((flags & ENCRYPTED) !== 0) throw unreadable(`"${shown(name)}" in the archive is encrypted`);
	if (local + LOCAL_BYTES > bytes.length || view.getUint32(local, true) !== LOCAL) throw damaged();
	const nameEnd = local + LOCAL_BYTES + view.getUint16(local + 26, true);
	const begin = nameEnd + view.getUint16(local + 28, true);
	if (begin + packed > bytes.length) throw damaged();
	if (new TextDecoder().decode(bytes.subarray(local + LOCAL_BYTES, nameEnd)) !== name) throw damaged();
	return bytes.subarray(begin, begin + packed);
};
const zipOf = (bytes) => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const entries = entriesOf(bytes, view);
	let left = LIMITS.inflated;
	const read = (name, take, most = LIMITS.inflated) => {
		const entry = entries.get(keyOf(name));
		if (entry === void 0) throw unreadable(`"${shown(name)}" is not in the archive`);
		const { size, method, crc } = entry;
		if (size > most || size > left) throw unreadable(`"${shown(name)}" unpacks to ${size} bytes, more than is read`);
		left -= size;
		const damaged = () => unreadable(`"${shown(name)}" in the archive is damaged`);
		let unpacked = 0;
		let sum = 0;
		const out = (chunk) => {
			unpacked += chunk.length;
			if (unpacked > size) throw damaged();
			sum = crc32(chunk, sum);
			if (chunk.length > 0) take(chunk);
		};
		const packed = packedOf(bytes, view, entry);
		if (method === STORED) out(packed);
		else if (method === DEFLATED) inflate(packed, out, damaged);
		else throw unreadable(`"${shown(name)}" in the archive is packed in a way that 3MF does not allow`);
		if (unpacked !== size || sum !== crc) throw damaged();
	};
	return {
		names: [...entries.values()].map(({ name }) => name),
		has: (name) => entries.has(keyOf(name)),
		read
	};
};
const inflate = (packed, out, damaged) => {
	let thrown = null;
	const inflating = new Inflate((chunk) => {
		if (thrown !== null) return;
		try {
			out(chunk);
		} catch (error) {
			thrown = { error };
		}
	});
	const rethrow = () => {
		if (thrown !== null) throw thrown.error;
	};
	for (let at = 0; at < packed.length || at === 0; at += PIECE) {
		try {
			inflating.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
		} catch {
			throw damaged();
		}
		rethrow();
	}
};
// src/three-mf/reader.ts
const OTHERS = {
	office: "The file is a document of Office, which holds no body; only STL, OBJ and 3MF are priced today. Upload the model itself.",
	zip: "The file is a zip archive that holds no 3MF; only STL, OBJ and 3MF are priced today. Unpack it and upload the model that is in it."
};
const partsOf = (zip, root, maxTriangles) => {
	const budget = {
		maxTriangles,
		triangles: 0,
		corners: 0
	};
	const parts = new Map();
	const read = (name) => {
		if (parts.size >= LIMITS.parts) throw unreadable(`The model has more than ${LIMITS.parts} parts`);
		const reader = modelPartReader(name, budget, name === root);
		zip.read(name, reader.push);
		const part = reader.end();
		parts.set(name, part);
		return part;
	};
	const { unit, objects, items } = read(root);
	for (const { path } of [...[...objects.values()].flatMap(({ components }) => components ?? []), ...items]) {
		const name = partNamed(zip, path, root);
		if (parts.has(name)) continue;
		if (!zip.has(name)) throw unreadable(`It names the part "${shown(path ?? "")}", which is not in the file`);
		const part = read(name);
		if (part.unit !== unit) throw unreadable(`"${shown(name)}" has another unit than the model that names it`);
		if ([...part.objects.values()].flatMap(({ components }) => components ?? []).some((one) => one.path !== null && partNamed(zip, one.path, name) !== name)) throw unreadable(`"${shown(name)}" names other parts, which only the first one may`);
	}
	return parts;
};
const partNamed = (zip, path, part) => path === null ? part : nameAt(zip, path, part) ?? path;
const nodesOf = (zip, parts, root) => {
	const nodes = new Map();
	const named = ({ path, id }, from) => {
		const key = `${partNamed(zip, path, from)}#${id}`;
		const node = nodes.get(key);
		if (node === void 0) throw unreadable(`It names the object ${shown(id)} of "${shown(path ?? from)}", which is not there`);
		return node;
	};
	for (const [name, { objects }] of [...parts].reverse()) for (const [id, { type, mesh, components = [] }] of objects) nodes.set(`${name}#${id}`, {
		type,
		mesh: mesh ?? null,
		children: components.map((one) => ({
			node: named(one, name),
			transform: one.transform
		}))
	});
	return (item) => named(item, root);
};
const read = (bytes, maxTriangles, sink) => {
	const zip = zipOf(bytes);
	const other = otherArchive(zip);
	if (other !== null) throw new UnreadableError("UNSUPPORTED_FORMAT", OTHERS[other]);
	const root = rootModelOf(zip);
	const parts = partsOf(zip, root, maxTriangles);
	const nodeOf = nodesOf(zip, parts, root);
	const { unit, items } = parts.get(root);
	const inMm = [
		unit,
		0,
		0,
		0,
		unit,
		0,
		0,
		0,
		unit,
		0,
		0,
		0
	];
	const build = items.flatMap((item) => {
		const node = nodeOf(item);
		if (node.type === "other") throw unreadable(`The build names the object ${shown(item.id)}, which is not to be made`);
		return item.printable ? [{
			node,
			transform: unit === 1 ? item.transform : composed(item.transform, inMm)
		}] : [];
	});
	const { triangles, leftOut } = expand(build, maxTriangles, sink);
	const warning = faultOf("LEFT_OUT", leftOut + items.length - build.length, []);
	return {
		triangles,
		warnings: warning === null ? [] : [warning]
	};
};
const joined$1 = (chunks) => {
	if (chunks.length === 1) return chunks[0];
	const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
};
const threeMfReader = (sink, maxTriangles) => {
	let chunks = [];
	return {
		push: (chunk) => void chunks.push(chunk),
		end() {
			const bytes = joined$1(chunks);
			chunks = [];
			try {
				return {
					fault: null,
					...read(bytes, maxTriangles, sink)
				};
			} catch (error) {
				if (!(error instanceof UnreadableError)) throw error;
				return {
					triangles: 0,
					fault: error.fault,
					warnings: []
				};
			}
		}
	};
};
// src/model-file.ts
const { ceil: ceil$3, max: max$7, min: min$5 } = Math;
const FORMATS = {
	PARTS: "STL_BINARY",
	BY_SIZE: "STL_BINARY",
	ASCII: "STL_ASCII",
	OBJ: "OBJ",
	"3MF": "3MF"
};
const SINKS_OF = {
	PARTS: ["first", "further"],
	BY_SIZE: ["first", "rest"],
	ASCII: ["ascii"],
	OBJ: ["obj"],
	"3MF": ["threeMf"]
};
const NO_STL = {
	code: "NOT_STL",
	detail: "The file is no STL: its bytes are neither triangles nor text. Open it in the program that wrote it and export the model as STL."
};
const refusal = (code, detail) => ({
	ok: false,
	fault: {
		code,
		detail
	}
});
const modelReader = (sinks, limits) => {
	const maxBytes = limits.maxBytes ?? Number.POSITIVE_INFINITY;
	const maxTriangles = limits.maxTriangles ?? 5e6;
	const binary = binaryStlReader(sinks);
	const ascii = asciiStlReader(sinks.ascii);
	const obj = objReader(sinks.obj);
	const threeMf = threeMfReader(sinks.threeMf, maxTriangles);
	const head = new Uint8Array(OPENING);
	let bytes = 0;
	let early = null;
	const begun = () => head.subarray(0, min$5(bytes, OPENING));
	const opening = () => openingOf(begun());
	const accepted = (reading, { triangles, fault, warnings = [] }) => {
		if (triangles > maxTriangles) return {
			ok: false,
			fault: tooManyTriangles(maxTriangles)
		};
		if (fault !== null) return {
			ok: false,
			fault
		};
		if (triangles > 0) return {
			ok: true,
			reading,
			triangles,
			warnings
		};
		return refusal("NO_TRIANGLES", "The file can be read, and holds not a single triangle. Export the model again.");
	};
	return {
		bytes: () => bytes,
		push(chunk) {
			if (early !== null) return false;
			if (bytes < 1024) head.set(chunk.subarray(0, OPENING - bytes), bytes);
			bytes += chunk.length;
			if (bytes > maxBytes) {
				early = {
					code: "TOO_MANY_BYTES",
					detail: `The file has more than ${maxBytes} bytes. Simplify the mesh or export it as binary STL.`
				};
				return false;
			}
			const archive = isArchive(begun());
			if (archive) threeMf.push(chunk);
			if (archive && bytes >= 4) return true;
			binary.push(chunk);
			if (!ascii.failed()) ascii.push(chunk);
			if (!obj.failed()) obj.push(chunk);
			if (max$7(ascii.triangles(), obj.triangles()) > maxTriangles) early = tooManyTriangles(maxTriangles);
			if (ascii.failed() && obj.failed() && binary.triangles() > maxTriangles) {
				const { textual, foreign } = opening();
				if (!textual && foreign === null) early = binary.plausible() ? tooManyTriangles(maxTriangles) : NO_STL;
			}
			return early === null;
		},
		verdict() {
			if (early !== null) return {
				ok: false,
				fault: early
			};
			if (bytes === 0) return refusal("NOT_STL", "The file is empty. Upload an STL, OBJ or 3MF file.");
			if (bytes >= 4 && isArchive(begun())) return accepted("3MF", threeMf.end());
			const asBinary = binary.end();
			if (asBinary.exact && asBinary.reading !== null) return accepted(asBinary.reading, asBinary);
			const asText = ascii.end();
			const asObj = obj.end();
			const { textual, asciiStl, wavefrontObj, foreign } = opening();
			if (asciiStl || asText.fault === null && asText.triangles > 0) return accepted("ASCII", asText);
			if (wavefrontObj || asObj.fault === null && asObj.triangles > 0) return accepted("OBJ", asObj);
			if (foreign !== null) return refusal("UNSUPPORTED_FORMAT", `The file is ${foreign.name}; only STL (binary or ASCII), OBJ and 3MF are priced today. ${foreign.advice}`);
			if (textual) return refusal("NOT_STL", "The file is a text, but neither STL nor OBJ. Upload an STL, OBJ or 3MF file.");
			if (!asBinary.plausible) return {
				ok: false,
				fault: NO_STL
			};
			return accepted(asBinary.reading ?? "PARTS", asBinary);
		}
	};
};
const SINKS = [
	"first",
	"further",
	"rest",
	"ascii",
	"obj",
	"threeMf"
];
const perSink = (make) => Object.fromEntries(SINKS.map((name) => [name, make(name)]));
const sinksOf = (parts) => perSink((name) => parts[name].sink);
const collector = (capacity) => {
	let positions = new Float64Array(9 * max$7(1, capacity));
	let length = 0;
	const sink = (ax, ay, az, bx, by, bz, cx, cy, cz) => {
		if (length + 9 > positions.length) {
			const larger = new Float64Array(2 * positions.length);
			larger.set(positions);
			positions = larger;
		}
		positions[length] = ax;
		positions[length + 1] = ay;
		positions[length + 2] = az;
		positions[length + 3] = bx;
		positions[length + 4] = by;
		positions[length + 5] = bz;
		positions[length + 6] = cx;
		positions[length + 7] = cy;
		positions[length + 8] = cz;
		length += 9;
	};
	return {
		sink,
		positions: () => positions.subarray(0, length)
	};
};
const joined = (all) => {
	const filled = all.filter(({ length }) => length > 0);
	if (filled.length === 1) return filled[0];
	const whole = new Float64Array(filled.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of filled) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
};
const parseModel = (bytes, limits = {}) => {
	const maxTriangles = limits.maxTriangles ?? 5e6;
	const mostBinary = isArchive(bytes) ? 1 : min$5(maxTriangles, ceil$3(bytes.length / 50));
	const all = perSink((name) => collector(name === "first" ? mostBinary : 16));
	const reader = modelReader(sinksOf(all), limits);
	reader.push(bytes);
	const verdict = reader.verdict();
	if (!verdict.ok) return verdict;
	const { reading, triangles, warnings } = verdict;
	const positions = joined(SINKS_OF[reading].map((name) => all[name].positions()));
	return {
		ok: true,
		mesh: {
			format: FORMATS[reading],
			inMm: reading === "3MF",
			triangles,
			positions,
			warnings
		}
	};
};
// src/sample-points.ts
const { ceil: ceil$2, floor: floor$1, max: max$6, min: min$4, round, sqrt: sqrt$1 } = Math;
const MOST_CUTS = 32;
const MOST_POINTS = 16384;
const samplePoints = (body, wanted) => {
	const { faces, positions, areas, area } = body;
	const step = area / MOST_POINTS;
	let passed = 0;
	let share = 0;
	const cutsOfFew = (face) => {
		const cuts = min$4(MOST_CUTS, max$6(1, ceil$2(sqrt$1(wanted * areas[face] / area))));
		share = areas[face] / (cuts * cuts);
		return cuts;
	};
	const cutsOfMany = (face) => {
		const before = floor$1(passed / step);
		passed += areas[face];
		const points = floor$1(passed / step) - before;
		const cuts = min$4(MOST_CUTS, round(sqrt$1(points)));
		share = cuts === 0 ? 0 : points * step / (cuts * cuts);
		return cuts;
	};
	return {
		cutsOf: faces > MOST_POINTS ? cutsOfMany : cutsOfFew,
		share: () => share,
		write(face, cuts, number, out) {
			const row = floor$1(sqrt$1(number));
			const inRow = number - row * row;
			const column = inRow >> 1;
			const upright = inRow % 2 === 0;
			const third = (column + (upright ? 1 / 3 : 2 / 3)) / cuts;
			const second = (row + (upright ? 2 / 3 : 1 / 3)) / cuts - third;
			for (let axis = 0; axis < 3; axis++) {
				const at = 9 * face + axis;
				const a = positions[at];
				out[axis] = a + second * (positions[at + 3] - a) + third * (positions[at + 6] - a);
			}
		}
	};
};
// src/overhang.ts
const { min: min$3 } = Math;
const RAYS$1 = 1024;
const TOUCHING = -1e-6;
const measureOverhang = (body, bvh, frame, profile, progress) => {
	const { faces, normals } = body;
	const { up, low } = frame;
	const points = samplePoints(body, RAYS$1);
	const point = new Float64Array(3);
	let area = 0;
	let space = 0;
	if (profile.support === null) return {
		area,
		space
	};
	for (let face = 0; face < faces; face++) {
		if (face % 1024 === 0) progress(face / faces);
		const down = -(normals[3 * face] * up[0] + normals[3 * face + 1] * up[1] + normals[3 * face + 2] * up[2]);
		if (down <= profile.support.cosine + 1e-6) continue;
		const cuts = points.cutsOf(face);
		const share = points.share();
		for (let number = 0; number < cuts * cuts; number++) {
			points.write(face, cuts, number, point);
			const x = point[0];
			const y = point[1];
			const z = point[2];
			const toPlate = x * up[0] + y * up[1] + z * up[2] - low[2];
			if (toPlate < profile.layer) continue;
			const height = bvh.cast(x, y, z, -up[0], -up[1], -up[2], face, TOUCHING) < 0 ? toPlate : min$3(toPlate, bvh.distance());
			area += share;
			space += share * down * height;
		}
	}
	return {
		area,
		space
	};
};
const PROCESS_PROFILES = {
	FDM: {
		process: "FDM",
		build_volume: [
			300,
			300,
			400
		],
		layer: .2,
		thinnest_wall: .8,
		least_wall: .45,
		tool: {
			line: .45,
			outlines: 2,
			outline_speed: 50,
			fill_speed: 100
		},
		skins: 4,
		layer_time: 3,
		plate_gap: null,
		support: {
			cosine: Math.SQRT1_2,
			density: .15,
			time_per_mm3: 1 / 7.2
		}
	},
	SLS: {
		process: "SLS",
		build_volume: [
			340,
			340,
			600
		],
		layer: .1,
		thinnest_wall: .7,
		least_wall: .35,
		tool: {
			line: .25,
			outlines: 1,
			outline_speed: 1500,
			fill_speed: 5e3
		},
		skins: null,
		layer_time: 12,
		plate_gap: 5,
		support: null
	},
	SLA: {
		process: "SLA",
		build_volume: [
			192,
			120,
			245
		],
		layer: .05,
		thinnest_wall: .5,
		least_wall: .25,
		tool: null,
		skins: null,
		layer_time: 8,
		plate_gap: 3,
		support: {
			cosine: .8660254037844386,
			density: .1,
			time_per_mm3: 0
		}
	}
};
const SUPPORT_WORTH = .5;
// src/progress.ts
const ENDS = {
	AS_IS: {
		READ: 10,
		TOPOLOGY: 25,
		WALLS: 75,
		ORIENTATION: 100
	},
	BEST: {
		READ: 2,
		TOPOLOGY: 5,
		WALLS: 15,
		ORIENTATION: 100
	}
};
const PHASES = [
	"READ",
	"TOPOLOGY",
	"WALLS",
	"ORIENTATION"
];
const progressOf = (orientation, onProgress = () => void 0) => {
	const ends = ENDS[orientation];
	let told = "";
	return (phase, share) => {
		const before = PHASES[PHASES.indexOf(phase) - 1];
		const start = before === void 0 ? 0 : ends[before];
		const percent = Math.floor(start + (ends[phase] - start) * Math.min(1, share));
		const telling = `${phase} ${percent}`;
		if (telling === told) return;
		told = telling;
		onProgress(phase, percent);
	};
};
// src/refusal.ts
const refused$1 = (reason, detail, faults, marks = []) => ({
	ok: false,
	reason,
	detail,
	faults,
	...marks.length === 0 ? {} : { marks }
});
// src/hashing.ts
const { ceil: ceil$1, imul, log2, max: max$5 } = Math;
const NONE = 0xffffffff;
const tableSize = (entries) => 2 ** ceil$1(log2(max$5(8, 2 * entries)));
const SEED = 0x811c9dc5;
const mixed = (hash, word) => {
	const product = imul(hash ^ word, 0x9e3779b1);
	return product ^ product >>> 15;
};
// src/edges.ts
const { abs: abs$5 } = Math;
const faceOfSide = (side) => (side - side % 3) / 3;
const nextSide = (side) => side % 3 === 2 ? side - 2 : side + 1;
const runsForward = (vertexOf, side) => vertexOf[side] < vertexOf[nextSide(side)];
const connect = (vertexOf, leftOut) => {
	const sides = vertexOf.length;
	const mask = tableSize(sides) - 1;
	const table = new Uint32Array(mask + 1).fill(NONE);
	const low = new Uint32Array(sides);
	const high = new Uint32Array(sides);
	const forward = new Uint32Array(sides);
	const backward = new Uint32Array(sides);
	const ofSide = new Uint32Array(sides).fill(NONE);
	let count = 0;
	for (let side = 0; side < sides; side++) {
		if (leftOut[faceOfSide(side)] !== 0) continue;
		const from = vertexOf[side];
		const to = vertexOf[nextSide(side)];
		const [lower, higher] = from < to ? [from, to] : [to, from];
		let place = mixed(mixed(SEED, lower), higher) & mask;
		let edge = table[place];
		while (edge !== 0xffffffff && (low[edge] !== lower || high[edge] !== higher)) {
			place = place + 1 & mask;
			edge = table[place];
		}
		if (edge === 0xffffffff) {
			edge = count;
			count += 1;
			low[edge] = lower;
			high[edge] = higher;
			table[place] = edge;
		}
		const uses = from < to ? forward : backward;
		uses[edge] = uses[edge] + 1;
		ofSide[side] = edge;
	}
	return {
		count,
		forward: forward.slice(0, count),
		backward: backward.slice(0, count),
		ofSide
	};
};
const surplus = ({ forward, backward }, edge) => forward[edge] - backward[edge];
const openness = (edges) => {
	let sum = 0;
	for (let edge = 0; edge < edges.count; edge++) sum += abs$5(surplus(edges, edge));
	return sum;
};
const takeOut = (edges, vertexOf, face) => {
	for (let side = 3 * face; side < 3 * face + 3; side++) {
		const edge = edges.ofSide[side];
		const uses = runsForward(vertexOf, side) ? edges.forward : edges.backward;
		uses[edge] = uses[edge] - 1;
		edges.ofSide[side] = NONE;
	}
};
// src/winding.ts
const { abs: abs$4, max: max$4, min: min$2 } = Math;
const LEAN_X = .1371;
const LEAN_Y = .0823;
const groundX = (p, at) => p[at] - LEAN_X * p[at + 2];
const groundY = (p, at) => p[at + 1] - LEAN_Y * p[at + 2];
const windingAround = ({ positions }, shell, point, tolerance) => {
	const px = groundX(point, 0);
	const py = groundY(point, 0);
	let winding = 0;
	for (const face of shell) {
		const at = 9 * face;
		let turns = 0;
		for (let side = 0; side < 3; side++) {
			const from = at + 3 * side;
			const to = at + 3 * ((side + 1) % 3);
			const rises = groundY(positions, from) <= py;
			if (rises === groundY(positions, to) <= py) continue;
			const [low, high] = rises ? [from, to] : [to, from];
			const x = groundX(positions, low);
			const y = groundY(positions, low);
			if ((groundX(positions, high) - x) * (py - y) - (px - x) * (groundY(positions, high) - y) > 0) turns += rises ? 1 : -1;
		}
		if (turns === 0) continue;
		const height = heightAbove(positions, at, px, py) - point[2];
		if (abs$4(height) <= tolerance) return null;
		if (height > 0) winding += turns;
	}
	return winding;
};
const heightAbove = (p, at, px, py) => {
	const x = groundX(p, at);
	const y = groundY(p, at);
	const z = p[at + 2];
	const ux = groundX(p, at + 3) - x;
	const uy = groundY(p, at + 3) - y;
	const uz = p[at + 5] - z;
	const vx = groundX(p, at + 6) - x;
	const vy = groundY(p, at + 6) - y;
	const vz = p[at + 8] - z;
	const nz = ux * vy - uy * vx;
	const nx = uy * vz - uz * vy;
	const ny = uz * vx - ux * vz;
	const height = z - (nx * (px - x) + ny * (py - y)) / (nz || 1e-300);
	return min$2(max$4(height, min$2(z, z + uz, z + vz)), max$4(z, z + uz, z + vz));
};
// src/nesting.ts
const { abs: abs$3 } = Math;
const shellsWith = ({ positions }, count, shellOf) => {
	const faces = positions.length / 9;
	const sizes = new Uint32Array(count);
	for (let face = 0; face < faces; face++) sizes[shellOf(face)] = sizes[shellOf(face)] + 1;
	const shells = Array.from(sizes, (size) => ({
		faces: new Uint32Array(size),
		volume: 0,
		low: [
			1e400,
			1e400,
			1e400
		],
		high: [
			-1e400,
			-1e400,
			-1e400
		],
		within: []
	}));
	sizes.fill(0);
	for (let face = 0; face < faces; face++) {
		const number = shellOf(face);
		const shell = shells[number];
		shell.faces[sizes[number]] = face;
		sizes[number] = sizes[number] + 1;
		shell.volume += sixfoldVolume(positions, face) / 6;
		for (let index = 0; index < 9; index++) {
			const value = positions[9 * face + index];
			const axis = index % 3;
			if (value < shell.low[axis]) shell.low[axis] = value;
			if (value > shell.high[axis]) shell.high[axis] = value;
		}
	}
	return shells;
};
const meetingPairs = (shells, tolerance, found) => {
	const order = shells.map((_, number) => number).sort((a, b) => shells[a].low[0] - shells[b].low[0] || a - b);
	let open = [];
	for (const number of order) {
		const { low, high } = shells[number];
		open = open.filter((other) => shells[other].high[0] >= low[0] - tolerance);
		for (const other of open) {
			const box = shells[other];
			if ([1, 2].every((axis) => box.low[axis] <= high[axis] + tolerance && box.high[axis] >= low[axis] - tolerance)) found(other, number);
		}
		open.push(number);
	}
};
const boxHolds = (outer, inner, tolerance) => outer.low.every((value, axis) => value <= inner.low[axis] + tolerance) && outer.high.every((value, axis) => value >= inner.high[axis] - tolerance);
const ASKED = 3;
const MOST_TRIES = 64;
const middleOf = ({ positions }, face) => {
	const along = (axis) => (positions[9 * face + axis] + positions[9 * face + 3 + axis] + positions[9 * face + 6 + axis]) / 3;
	return [
		along(0),
		along(1),
		along(2)
	];
};
const holds = (faces, outer, inner, tolerance) => {
	if (!boxHolds(outer, inner, tolerance)) return false;
	const stride = Math.max(1, Math.floor(inner.faces.length / MOST_TRIES));
	let asked = 0;
	for (let at = 0; at < inner.faces.length && asked < ASKED; at += stride) {
		const winding = windingAround(faces, outer.faces, middleOf(faces, inner.faces[at]), tolerance);
		if (winding === null) continue;
		if (winding === 0) return false;
		asked += 1;
	}
	return true;
};
const nestedShells = (faces, count, shellOf, tolerance) => {
	const shells = shellsWith(faces, count, shellOf);
	const isLarger = (one, other) => {
		const difference = abs$3(shells[one].volume) - abs$3(shells[other].volume);
		return difference === 0 ? one < other : difference > 0;
	};
	meetingPairs(shells, tolerance, (one, other) => {
		const [outer, inner] = isLarger(one, other) ? [one, other] : [other, one];
		if (holds(faces, shells[outer], shells[inner], tolerance)) shells[inner].within.push(outer);
	});
	for (const { within } of shells) within.sort((one, other) => isLarger(one, other) ? -1 : 1);
	return shells;
};
// src/unite.ts
const { abs: abs$2, max: max$3, min: min$1 } = Math;
const SAME_VOLUME = 1e-9;
const groupsOf = ({ shells, roles, tolerance }) => {
	const parent = shells.map((_, number) => number);
	const rootOf = (number) => {
		let root = number;
		while (parent[root] !== root) root = parent[root];
		return root;
	};
	const meeting = new Set();
	meetingPairs(shells, tolerance, (one, other) => {
		const [first, second] = [rootOf(one), rootOf(other)];
		parent[max$3(first, second)] = min$1(first, second);
		if (!(roles[one].cavityOf === other || roles[other].cavityOf === one)) meeting.add(one).add(other);
	});
	const groups = new Map();
	const concerned = new Set([...meeting].map(rootOf));
	for (const number of shells.keys()) {
		const root = rootOf(number);
		if (!concerned.has(root)) continue;
		const group = groups.get(root) ?? [];
		group.push(number);
		groups.set(root, group);
	}
	return [...groups.values()];
};
const workshop = ({ faces, vertexOf, shells, roles }) => {
	const made = [];
	const kept = (manifold) => {
		made.push(manifold);
		return manifold;
	};
	const placeOf = new Uint32Array(vertexOf.reduce((highest, vertex) => max$3(highest, vertex), 0) + 1).fill(NONE);
	const bodyOf = (number) => {
		const { faces: own } = shells[number];
		const { turned, cavityOf } = roles[number];
		const triVerts = new Uint32Array(3 * own.length);
		const points = [];
		const vertices = [];
		for (const [index, face] of own.entries()) for (let corner = 0; corner < 3; corner++) {
			const inFile = turned && corner > 0 ? 3 - corner : corner;
			const vertex = vertexOf[3 * faces.inFile[face] + inFile];
			if (placeOf[vertex] === 0xffffffff) {
				placeOf[vertex] = vertices.length;
				vertices.push(vertex);
				const at = 9 * face + 3 * corner;
				points.push(faces.positions[at], faces.positions[at + 1], faces.positions[at + 2]);
			}
			const place = cavityOf === null ? corner : 2 - corner;
			triVerts[3 * index + place] = placeOf[vertex];
		}
		for (const vertex of vertices) placeOf[vertex] = NONE;
		const mesh = new kernel.Mesh({
			numProp: 3,
			vertProperties: Float32Array.from(points),
			triVerts,
			faceID: own
		});
		return kept(new kernel.Manifold(mesh));
	};
	return {
		bodyOf,
		union: (bodies) => bodies.length === 1 ? bodies[0] : kept(kernel.Manifold.union(bodies)),
		without: (body, cavities) => cavities.length === 0 ? body : kept(kernel.Manifold.difference([body, ...cavities])),
		close: () => {
			for (const manifold of made) manifold.delete();
		}
	};
};
const facesOf = (manifold) => {
	const { triVerts, vertProperties, numProp, faceID } = manifold.getMesh();
	if (faceID === void 0) throw new Error("the kernel does not say where its faces come from");
	const positions = new Float64Array(3 * triVerts.length);
	for (const [corner, vertex] of triVerts.entries()) for (let axis = 0; axis < 3; axis++) positions[3 * corner + axis] = vertProperties[numProp * vertex + axis];
	return {
		positions,
		from: faceID
	};
};
const changed = ({ faces, shells }, replaced, changes) => {
	const stays = shells.flatMap(({ faces: own }, number) => replaced.has(number) ? [] : [own]);
	const count = (lists) => lists.reduce((sum, { length }) => sum + length, 0);
	const total = count(stays) + count(changes.map(({ from }) => from));
	const positions = new Float64Array(9 * total);
	const inFile = new Uint32Array(total);
	let at = 0;
	for (const own of stays) for (const face of own) {
		positions.set(faces.positions.subarray(9 * face, 9 * face + 9), 9 * at);
		inFile[at] = faces.inFile[face];
		at += 1;
	}
	for (const change of changes) {
		positions.set(change.positions, 9 * at);
		for (const face of change.from) {
			inFile[at] = faces.inFile[face];
			at += 1;
		}
	}
	return {
		positions,
		inFile
	};
};
const uniteBodies = (parts) => {
	const { shells, roles } = parts;
	const replaced = new Set();
	const changes = [];
	let bodies = 0;
	for (const group of groupsOf(parts)) {
		const work = workshop(parts);
		try {
			const solids = group.filter((number) => roles[number].cavityOf === null).map((number) => {
				const cavities = group.filter((other) => roles[other].cavityOf === number);
				return work.without(work.bodyOf(number), cavities.map(work.bodyOf));
			});
			const change = facesOf(work.union(solids));
			const before = group.reduce((sum, number) => sum + abs$2(shells[number].volume) * (roles[number].cavityOf === null ? 1 : -1), 0);
			if (change.from.length === group.reduce((sum, number) => sum + shells[number].faces.length, 0) && abs$2(volumeOf(change) - before) <= SAME_VOLUME * before) continue;
			for (const number of group) replaced.add(number);
			changes.push(change);
			bodies += solids.length;
		} finally {
			work.close();
		}
	}
	if (replaced.size === 0) return {
		faces: parts.faces,
		warnings: []
	};
	const united = faultOf("UNITED", bodies, []);
	return {
		faces: changed(parts, replaced, changes),
		warnings: united === null ? [] : [united]
	};
};
// src/solids.ts
const rolesOf = (shells) => {
	const roles = [];
	const order = shells.map((_, number) => number).sort((a, b) => shells[a].within.length - shells[b].within.length);
	for (const number of order) {
		const { volume, within } = shells[number];
		const around = within.filter((outer) => roles[outer] !== void 0);
		const nearest = around.at(-1);
		const likeNearest = nearest !== void 0 && roles[nearest].mirrored;
		const outward = volume > 0 !== likeNearest;
		const material = around.reduce((sum, outer) => sum + (roles[outer].cavityOf === null ? 1 : -1), 0);
		const holder = around.findLast((outer) => roles[outer].cavityOf === null) ?? null;
		const cavityOf = outward || material < 1 ? null : holder;
		const isBody = cavityOf === null;
		roles[number] = {
			cavityOf,
			turned: isBody !== volume > 0,
			mirrored: likeNearest !== (isBody && !outward)
		};
	}
	return roles.map(({ cavityOf, turned }) => ({
		cavityOf,
		turned
	}));
};
const solidOf = (faces, surface, tolerance) => {
	const { shells, vertexOf } = surface;
	if (shells === null) throw new Error("an open surface encloses no solid");
	const all = nestedShells(faces, shells.count, (face) => shells.shellOf[faces.inFile[face]], tolerance);
	const roles = rolesOf(all);
	const inside = [];
	for (const [number, { turned }] of roles.entries()) {
		if (!turned) continue;
		for (const face of all[number].faces) {
			turnFace(faces.positions, face);
			inside.push(faces.inFile[face]);
		}
	}
	const insideOut = faultOf("INSIDE_OUT", inside.length, inside);
	const united = uniteBodies({
		faces,
		vertexOf,
		shells: all,
		roles,
		tolerance
	});
	return {
		faces: united.faces,
		warnings: [...insideOut === null ? [] : [insideOut], ...united.warnings]
	};
};
// src/corners.ts
const { abs: abs$1, floor, max: max$2 } = Math;
const weld = (positions) => {
	const count = positions.length / 3;
	const size = tableSize(count / 2);
	let mask = size - 1;
	let table = new Uint32Array(size).fill(NONE);
	const vertexOf = new Uint32Array(count);
	const firstCorner = new Uint32Array(count);
	let vertices = 0;
	const coordinate = new Float64Array(3);
	const words = new Uint32Array(coordinate.buffer);
	const hashOf = (corner) => {
		for (let axis = 0; axis < 3; axis++) coordinate[axis] = positions[3 * corner + axis] + 0;
		let hash = SEED;
		for (let word = 0; word < 6; word++) hash = mixed(hash, words[word]);
		return hash;
	};
	const grow = () => {
		mask = 2 * mask + 1;
		table = new Uint32Array(mask + 1).fill(NONE);
		for (let vertex = 0; vertex < vertices; vertex++) {
			let place = hashOf(firstCorner[vertex]) & mask;
			while (table[place] !== NONE) place = place + 1 & mask;
			table[place] = vertex;
		}
	};
	const same = (one, other) => positions[3 * one] === positions[3 * other] && positions[3 * one + 1] === positions[3 * other + 1] && positions[3 * one + 2] === positions[3 * other + 2];
	for (let corner = 0; corner < count; corner++) {
		let place = hashOf(corner) & mask;
		let vertex = table[place];
		while (vertex !== 0xffffffff && !same(firstCorner[vertex], corner)) {
			place = place + 1 & mask;
			vertex = table[place];
		}
		if (vertex === 0xffffffff) {
			vertex = vertices;
			vertices += 1;
			firstCorner[vertex] = corner;
			table[place] = vertex;
			if (2 * vertices > mask) grow();
		}
		vertexOf[corner] = vertex;
	}
	return {
		vertices,
		vertexOf,
		firstCorner: firstCorner.slice(0, vertices)
	};
};
const SINGLE_PRECISION = 2 ** -22;
const FINEST = 2e-6;
const precisionOf = (positions) => {
	let largest = 0;
	for (let at = 0; at < positions.length; at++) largest = max$2(largest, abs$1(positions[at]));
	return max$2(FINEST, largest * SINGLE_PRECISION);
};
const CELL = 16;
const twinsWithin = (positions, { vertices, firstCorner }, candidates, reach) => {
	const takenFor = new Uint32Array(vertices).map((_, vertex) => vertex);
	const mask = tableSize(candidates.length) - 1;
	const table = new Uint32Array(mask + 1).fill(NONE);
	const cell = CELL * reach;
	const at = (vertex, axis) => positions[3 * firstCorner[vertex] + axis];
	const hashOf = (x, y, z) => mixed(mixed(mixed(SEED, x), y), z) & mask;
	const near = (one, other) => abs$1(at(one, 0) - at(other, 0)) <= reach && abs$1(at(one, 1) - at(other, 1)) <= reach && abs$1(at(one, 2) - at(other, 2)) <= reach;
	let merged = 0;
	const low = [
		0,
		0,
		0
	];
	const high = [
		0,
		0,
		0
	];
	for (const vertex of candidates) {
		for (let axis = 0; axis < 3; axis++) {
			low[axis] = floor((at(vertex, axis) - reach) / cell);
			high[axis] = floor((at(vertex, axis) + reach) / cell);
		}
		let twin = NONE;
		for (let x = low[0]; x <= high[0]; x++) for (let y = low[1]; y <= high[1]; y++) for (let z = low[2]; z <= high[2]; z++) {
			let place = hashOf(x, y, z);
			for (let other = table[place]; other !== NONE; other = table[place]) {
				if (other < twin && near(vertex, other)) twin = other;
				place = place + 1 & mask;
			}
		}
		if (twin !== 0xffffffff) {
			takenFor[vertex] = twin;
			merged += 1;
			continue;
		}
		let place = hashOf(floor(at(vertex, 0) / cell), floor(at(vertex, 1) / cell), floor(at(vertex, 2) / cell));
		while (table[place] !== NONE) place = place + 1 & mask;
		table[place] = vertex;
	}
	return merged === 0 ? null : {
		takenFor,
		merged
	};
};
// src/shells.ts
const { max: max$1, min } = Math;
const listIn = (lists, key) => {
	const list = lists.get(key) ?? [];
	lists.set(key, list);
	return list;
};
const apexOf = (vertexOf, side) => vertexOf[nextSide(nextSide(side))];
const shellsOf = (vertexOf, edges) => {
	const { ofSide, forward, backward } = edges;
	const faces = vertexOf.length / 3;
	const parent = new Uint32Array(faces).map((_, face) => face);
	const rootOf = (face) => {
		let root = face;
		while (parent[root] !== root) {
			parent[root] = parent[parent[root]];
			root = parent[root];
		}
		return root;
	};
	const join = (side, other) => {
		const one = rootOf(faceOfSide(side));
		const two = rootOf(faceOfSide(other));
		parent[max$1(one, two)] = min(one, two);
	};
	const firstSide = new Uint32Array(edges.count).fill(NONE);
	const crowded = new Map();
	const opposite = [];
	const rims = [];
	const findOpposite = (there, back) => {
		const backOf = new Map(back.map((side) => [apexOf(vertexOf, side), side]));
		for (const side of there) {
			const other = backOf.get(apexOf(vertexOf, side));
			if (other !== void 0) opposite.push([faceOfSide(side), faceOfSide(other)]);
		}
	};
	for (let side = 0; side < ofSide.length; side++) {
		const edge = ofSide[side];
		if (edge === 0xffffffff) continue;
		if (forward[edge] + backward[edge] > 2) {
			const sides = crowded.get(edge) ?? {
				there: [],
				back: []
			};
			(runsForward(vertexOf, side) ? sides.there : sides.back).push(side);
			crowded.set(edge, sides);
		} else if (firstSide[edge] === 0xffffffff) firstSide[edge] = side;
		else {
			join(firstSide[edge], side);
			if (apexOf(vertexOf, side) !== apexOf(vertexOf, firstSide[edge])) continue;
			opposite.push([faceOfSide(firstSide[edge]), faceOfSide(side)]);
			rims.push(faceOfSide(side));
		}
	}
	for (const { there, back } of crowded.values()) {
		findOpposite(there, back);
		const backOf = new Map();
		for (const side of back) listIn(backOf, rootOf(faceOfSide(side))).push(side);
		const strangers = there.filter((side) => backOf.get(rootOf(faceOfSide(side)))?.shift() === void 0);
		const others = [...backOf.values()].flat().sort((one, other) => one - other);
		for (let index = 0; index < min(strangers.length, others.length); index++) join(strangers[index], others[index]);
	}
	const shellOf = new Uint32Array(faces).fill(NONE);
	const numberOf = new Uint32Array(faces).fill(NONE);
	let count = 0;
	for (let face = 0; face < faces; face++) {
		if (ofSide[3 * face] === 0xffffffff) continue;
		const root = rootOf(face);
		if (numberOf[root] === 0xffffffff) {
			numberOf[root] = count;
			count += 1;
		}
		shellOf[face] = numberOf[root];
	}
	const taken = new Set();
	const withRim = new Set(rims.map((face) => shellOf[face]));
	const folded = opposite.flatMap((pair) => {
		const [one, two] = pair;
		if (shellOf[one] !== shellOf[two] || taken.has(one) || taken.has(two)) return [];
		taken.add(one).add(two);
		return [{
			faces: pair,
			ofSheet: withRim.has(shellOf[one])
		}];
	});
	return {
		count,
		shellOf,
		folded
	};
};
// src/surface.ts
const { abs, ceil, max, sqrt } = Math;
const LINE = 1;
const SHEET = 2;
const CONTACT = 3;
const leaveOutPoints = ({ vertexOf }, leftOut) => {
	for (let face = 0; face < leftOut.length; face++) {
		const a = vertexOf[3 * face];
		const b = vertexOf[3 * face + 1];
		const c = vertexOf[3 * face + 2];
		if (a === b || b === c || c === a) leftOut[face] = LINE;
	}
};
const looseVertices = ({ vertexOf, vertices }, edges) => {
	const loose = new Uint8Array(vertices);
	for (let side = 0; side < vertexOf.length; side++) {
		const edge = edges.ofSide[side];
		if (edge === 0xffffffff || surplus(edges, edge) === 0) continue;
		loose[vertexOf[side]] = 1;
		loose[vertexOf[nextSide(side)]] = 1;
	}
	let count = 0;
	for (const mark of loose) count += mark;
	const found = new Uint32Array(count);
	for (let vertex = 0, at = 0; vertex < vertices; vertex++) if (loose[vertex] === 1) found[at++] = vertex;
	return found;
};
const connected = (positions, corners) => {
	const leftOut = new Uint8Array(positions.length / 9);
	leaveOutPoints(corners, leftOut);
	return {
		positions,
		corners,
		leftOut,
		edges: connect(corners.vertexOf, leftOut)
	};
};
const closeByPrecision = (open, precision) => {
	const { positions, corners, edges } = open;
	const twins = twinsWithin(positions, corners, looseVertices(corners, edges), precision);
	if (twins === null) return {
		surface: open,
		merged: 0
	};
	const { takenFor, merged } = twins;
	const vertexOf = corners.vertexOf.map((vertex) => takenFor[vertex]);
	const moved = positions.slice();
	for (let corner = 0; corner < vertexOf.length; corner++) {
		const vertex = vertexOf[corner];
		if (vertex === corners.vertexOf[corner]) continue;
		const from = 3 * corners.firstCorner[vertex];
		for (let axis = 0; axis < 3; axis++) moved[3 * corner + axis] = positions[from + axis];
	}
	const closer = connected(moved, {
		...corners,
		vertexOf
	});
	return openness(closer.edges) < openness(edges) ? {
		surface: closer,
		merged
	} : {
		surface: open,
		merged: 0
	};
};
const flatness = (positions, precision) => {
	const cross = new Float64Array(3);
	const areaOf = (face) => {
		crossOfSides(positions, face, cross);
		return sqrt(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2]) / 2;
	};
	const isLine = (face) => {
		let longest = 0;
		for (let side = 0; side < 3; side++) {
			let square = 0;
			for (let axis = 0; axis < 3; axis++) {
				const along = positions[9 * face + 3 * side + axis] - positions[9 * face + 3 * ((side + 1) % 3) + axis];
				square += along * along;
			}
			longest = max(longest, square);
		}
		return 2 * areaOf(face) <= precision * sqrt(longest);
	};
	return {
		areaOf,
		isLine
	};
};
const leaveOutLines = ({ positions, corners: { vertexOf }, leftOut, edges }, precision) => {
	const { isLine } = flatness(positions, precision);
	for (let found = true; found;) {
		found = false;
		for (let face = 0; face < leftOut.length; face++) {
			if (leftOut[face] !== 0) continue;
			let gain = 0;
			for (let side = 3 * face; side < 3 * face + 3; side++) {
				const excess = surplus(edges, edges.ofSide[side]) * (runsForward(vertexOf, side) ? 1 : -1);
				gain += excess > 0 ? 1 : -1;
			}
			if (gain <= 0 || !isLine(face)) continue;
			takeOut(edges, vertexOf, face);
			leftOut[face] = LINE;
			found = true;
		}
	}
};
const sizesOf = (positions, { count, shellOf }) => {
	const volume = new Float64Array(count);
	const area = new Float64Array(count);
	const origin = new Float64Array(3 * count).fill(NaN);
	const cross = new Float64Array(3);
	const face9 = new Float64Array(9);
	for (let face = 0; face < shellOf.length; face++) {
		const shell = shellOf[face];
		if (shell === 0xffffffff) continue;
		for (let index = 0; index < 9; index++) {
			const from = 3 * shell + index % 3;
			const value = positions[9 * face + index];
			if (Number.isNaN(origin[from])) origin[from] = value;
			face9[index] = value - origin[from];
		}
		volume[shell] = volume[shell] + sixfoldVolume(face9, 0) / 6;
		crossOfSides(face9, 0, cross);
		area[shell] = area[shell] + sqrt(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2]) / 2;
	}
	return {
		volume,
		area
	};
};
const leaveOutFlat = ({ positions, corners: { vertexOf }, edges, leftOut }, precision) => {
	const { isLine } = flatness(positions, precision);
	const leave = (face, reason) => {
		takeOut(edges, vertexOf, face);
		leftOut[face] = isLine(face) ? LINE : reason;
	};
	let shells = shellsOf(vertexOf, edges);
	if (shells.folded.length > 0) {
		for (const { faces, ofSheet } of shells.folded) for (const face of faces) leave(face, ofSheet ? SHEET : CONTACT);
		shells = shellsOf(vertexOf, edges);
	}
	const { volume, area } = sizesOf(positions, shells);
	const flat = volume.map((value, shell) => 2 * abs(value) <= precision * area[shell] ? 1 : 0);
	if (!flat.includes(1)) return shells;
	for (let face = 0; face < leftOut.length; face++) {
		const shell = shells.shellOf[face];
		if (shell !== 0xffffffff && flat[shell] === 1) leave(face, SHEET);
	}
	return shellsOf(vertexOf, edges);
};
const leftOutFor = (leftOut, reason) => {
	const faces = [];
	let count = 0;
	for (let face = 0; face < leftOut.length; face++) {
		if (leftOut[face] !== reason) continue;
		count += 1;
		if (faces.length < 1e3) faces.push(face);
	}
	return {
		count,
		faces
	};
};
const surfaceOf = (mesh) => {
	const precision = precisionOf(mesh.positions);
	let surface = connected(mesh.positions, weld(mesh.positions));
	let merged = 0;
	if (openness(surface.edges) > 0) ({surface, merged} = closeByPrecision(surface, precision));
	if (openness(surface.edges) > 0) leaveOutLines(surface, precision);
	const shells = openness(surface.edges) > 0 ? null : leaveOutFlat(surface, precision);
	const { leftOut, positions, edges, corners } = surface;
	const faces = new Uint32Array(leftOut.length - leftOut.reduce((sum, reason) => sum + (reason === 0 ? 0 : 1), 0));
	for (let face = 0, at = 0; face < leftOut.length; face++) if (leftOut[face] === 0) faces[at++] = face;
	const { areaOf } = flatness(positions, precision);
	const sheets = leftOutFor(leftOut, SHEET);
	const lines = leftOutFor(leftOut, LINE);
	let sheetArea = 0;
	for (let face = 0; face < leftOut.length; face++) if (leftOut[face] === SHEET) sheetArea += areaOf(face);
	const warnings = [];
	if (merged > 0) warnings.push({
		code: "MERGED_CORNERS",
		count: merged,
		faces: [],
		tolerance: ceil(precision * 1e6) / 1e3
	});
	if (sheets.count > 0) warnings.push({
		code: "SHEET",
		...sheets
	});
	if (lines.count > 0) warnings.push({
		code: "DEGENERATE",
		...lines
	});
	return {
		positions,
		vertexOf: corners.vertexOf,
		faces,
		edges,
		shells,
		precision,
		warnings,
		sheetArea
	};
};
// src/faults.ts
const codeOf = ({ forward, backward }, edge) => {
	const uses = forward[edge] + backward[edge];
	if (uses === 1) return "OPEN_EDGES";
	if (uses > 2) return "NON_MANIFOLD_EDGES";
	return forward[edge] === backward[edge] ? null : "FLIPPED";
};
const EDGE_CODES = [
	"OPEN_EDGES",
	"NON_MANIFOLD_EDGES",
	"FLIPPED"
];
const edgeFaults = (edges) => {
	const counts = new Map();
	for (let edge = 0; edge < edges.count; edge++) {
		const code = codeOf(edges, edge);
		if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	if (counts.size === 0) return [];
	const faces = new Map(EDGE_CODES.map((code) => [code, new Set()]));
	for (let side = 0; side < edges.ofSide.length; side++) {
		const edge = edges.ofSide[side];
		if (edge === 0xffffffff) continue;
		const code = codeOf(edges, edge);
		const listed = code === null ? void 0 : faces.get(code);
		if (listed !== void 0 && listed.size < 1e3) listed.add(faceOfSide(side));
	}
	return EDGE_CODES.map((code) => faultOf(code, counts.get(code) ?? 0, [...faces.get(code)])).filter((fault) => fault !== null);
};
// src/solid-model.ts
const WORDS = {
	OPEN_EDGES: "open edges (holes)",
	NON_MANIFOLD_EDGES: "edges of more than two faces",
	FLIPPED: "edges between faces that look to opposite sides"
};
const solidModelOf = (mesh, mmPerUnit) => {
	const surface = surfaceOf(mesh);
	const faults = edgeFaults(surface.edges);
	if (surface.shells === null) {
		const detail = `The surface is not closed: ${faults.map(({ code, count }) => `${count} ${WORDS[code] ?? code}`).join(", ")}. Repair the mesh and upload it again.`;
		return refused$1("NOT_WATERTIGHT", detail, faults);
	}
	const tolerance = surface.precision * mmPerUnit;
	const faces = facesOf$1(surface, mmPerUnit);
	const solid = solidOf(faces, surface, tolerance);
	const volume = volumeOf(solid.faces);
	if (volume < 5e-4) return refused$1("NOT_WATERTIGHT", "The surface encloses no volume. Check the unit and the mesh.", [{
		code: "NO_VOLUME",
		count: mesh.triangles,
		faces: []
	}]);
	return {
		ok: true,
		body: bodyOf(solid.faces, tolerance),
		middle: faces.middle,
		volume,
		shells: surface.shells.count,
		sheetArea: surface.sheetArea * mmPerUnit * mmPerUnit,
		warnings: [
			...mesh.warnings,
			...faults,
			...surface.warnings,
			...solid.warnings
		]
	};
};
// src/walls.ts
const RAYS = 4096;
const LEAST_COSINE = .5;
const measureWalls = (body, bvh, { thinnest_wall: thinnest, least_wall: least }, progress) => {
	const { normals, areas, faces, tolerance } = body;
	const points = samplePoints(body, RAYS);
	const point = new Float64Array(3);
	let thinArea = 0;
	let hopelessArea = 0;
	const thinFaces = [];
	for (let face = 0; face < faces; face++) {
		if (face % 256 === 0) progress(face / faces);
		const cuts = areas[face] === 0 ? 0 : points.cutsOf(face);
		if (cuts === 0) continue;
		const nx = normals[3 * face];
		const ny = normals[3 * face + 1];
		const nz = normals[3 * face + 2];
		const rays = cuts * cuts;
		let thin = 0;
		let hopeless = 0;
		for (let ray = 0; ray < rays; ray++) {
			points.write(face, cuts, ray, point);
			const hit = bvh.cast(point[0], point[1], point[2], -nx, -ny, -nz, face, 1e-9);
			const wall = hit < 0 ? Number.POSITIVE_INFINITY : bvh.distance();
			if (wall >= thinnest - tolerance) continue;
			if (-(normals[3 * hit] * nx + normals[3 * hit + 1] * ny + normals[3 * hit + 2] * nz) <= LEAST_COSINE) continue;
			thin += 1;
			if (wall < least - tolerance) hopeless += 1;
		}
		if (thin === 0) continue;
		thinArea += points.share() * thin;
		hopelessArea += points.share() * hopeless;
		thinFaces.push(face);
	}
	return {
		thinArea,
		hopelessArea,
		thinFaces
	};
};
// src/measure.ts
const threeDecimals = (value) => Math.round(value * 1e3) / 1e3;
const micrometres = ([x, y, z]) => [
	Math.round(x * 1e3),
	Math.round(y * 1e3),
	Math.round(z * 1e3)
];
const inMm = (size) => `${size.map((length) => Math.round(length * 10) / 10).join(" × ")} mm`;
const fits = ({ build_volume }, frame) => {
	const [width, depth, height] = extentOf(frame);
	const [roomX, roomY, roomZ] = build_volume;
	const within = (size, room) => size <= room + 1e-6;
	return (within(width, roomX) && within(depth, roomY) || within(width, roomY) && within(depth, roomX)) && within(height, roomZ);
};
const placed = (body, bvh, frame, profile, progress) => {
	const overhang = measureOverhang(body, bvh, frame, profile, progress);
	const supportVolume = overhang.space * (profile.support?.density ?? 0);
	const layers = sliceBody(body, frame, profile.layer);
	const [width, depth] = extentOf(frame);
	const seconds = machineSeconds(profile, layers, supportVolume, piecesOnPlate(profile, width, depth));
	const inside = insideOf(profile, layers);
	return {
		frame,
		layers: layers.areas.length,
		overhang,
		supportVolume,
		seconds,
		inside
	};
};
const cost = ({ seconds, supportVolume }) => Math.round((seconds + supportVolume * SUPPORT_WORTH) * 1e3);
const measureParsed = (parsed, options) => {
	const { unit, orientation, process } = options;
	const profile = PROCESS_PROFILES[process];
	const progress = progressOf(orientation, options.onProgress);
	progress("READ", 0);
	if (!parsed.ok) return refused$1("UNSUPPORTED_FORMAT", parsed.fault.detail, [{
		code: parsed.fault.code,
		count: 1,
		faces: []
	}]);
	progress("TOPOLOGY", 0);
	const solid = solidModelOf(parsed.mesh, parsed.mesh.inMm ? 1 : MM_PER$1[unit]);
	if (!solid.ok) return solid;
	const { body, middle, sheetArea, warnings } = solid;
	const frames = (orientation === "BEST" ? DIRECTIONS : [UPRIGHT]).map((direction) => frameOf(body, direction)).filter((frame) => fits(profile, frame));
	if (frames.length === 0) {
		const detail = `The model measures ${inMm(extentOf(body))}${parsed.mesh.inMm ? "" : ` in ${unit}`}; ${process} builds at most ${inMm(profile.build_volume)}. Make it smaller, split it, or check the unit.`;
		return refused$1("TOO_LARGE", detail, [{
			code: "EXCEEDS_BUILD_VOLUME",
			count: 1,
			faces: []
		}]);
	}
	progress("WALLS", 0);
	const bvh = bvhOf(body);
	const walls = measureWalls(body, bvh, profile, (share) => progress("WALLS", share));
	const shareOf = (area) => Math.round((area + sheetArea) / (body.area + sheetArea) * 1e6);
	const thinPpm = shareOf(walls.thinArea);
	const thinFaces = walls.thinFaces.map((face) => body.inFile[face]);
	const thin = faultOf("THIN_WALL", thinFaces.length, thinFaces);
	let risk = null;
	if (thinPpm > 5e4) risk = {
		reason: "WALL_TOO_THIN",
		faults: [...thin === null ? [] : [thin], ...warnings.filter(({ code }) => code === "SHEET")]
	};
	if (risk !== null && (options.thinWalls !== "risk" || shareOf(walls.hopelessArea) > 5e4)) {
		const detail = `Behind ${Math.round(thinPpm / 1e4)} % of the surface the wall is thinner than ${profile.thinnest_wall} mm, the least that ${process} can make. Make the walls thicker or choose another process.`;
		const placed = {
			body,
			middle,
			mmPerUnit: parsed.mesh.inMm ? 1 : MM_PER$1[unit]
		};
		return refused$1(risk.reason, detail, risk.faults, thin === null ? [] : [marksOf(thin, walls.thinFaces, placed)]);
	}
	if (thin !== null) warnings.push(thin);
	let best = null;
	for (const [index, frame] of frames.entries()) {
		const done = (share) => progress("ORIENTATION", (index + share) / frames.length);
		done(0);
		const placement = placed(body, bvh, frame, profile, done);
		if (best === null || cost(placement) < cost(best)) best = placement;
	}
	progress("ORIENTATION", 1);
	if (best === null) throw new Error("no direction was measured, though one fits");
	return {
		ok: true,
		measure: {
			engine_version: ENGINE_VERSION,
			process,
			unit,
			orientation,
			measures: {
				volume: threeDecimals(solid.volume),
				area: threeDecimals(body.area),
				bounding_box: micrometres(extentOf(body))
			},
			triangles: parsed.mesh.triangles,
			shells: solid.shells,
			up: best.frame.direction,
			build_box: micrometres(extentOf(best.frame)),
			layers: best.layers,
			overhang_area: threeDecimals(best.overhang.area),
			support_volume: threeDecimals(best.supportVolume),
			machine_seconds: Math.max(1, Math.ceil(best.seconds)),
			inside: {
				volume: threeDecimals(best.inside.volume),
				seconds: threeDecimals(best.inside.seconds)
			},
			thin_wall_ppm: thinPpm,
			warnings,
			...risk === null ? {} : { risk }
		}
	};
};
const measureModel = (bytes, options) => measureParsed(parseModel(bytes), options);
// src/price.ts
const MILLION = 1000000n;
const WAIVED_RISK_PPM = 5e5;
const SOLID = 100;
const MOST_PIECES = 1e6;
const rounded = (numerator, denominator) => numerator < 0n ? -rounded(-numerator, denominator) : (2n * numerator + denominator) / (2n * denominator);
const thousandths = (value) => BigInt(Math.round(value * 1e3));
const leftOut = (infill, inside) => rounded(BigInt(SOLID - infill) * thousandths(inside), BigInt(SOLID));
const secondsOfPiece = (solid, hollow) => {
	const seconds = (1000n * BigInt(solid) - hollow + 999n) / 1000n;
	return seconds > 1n ? seconds : 1n;
};
const refused = (detail) => ({
	ok: false,
	reason: "MATERIAL_UNAVAILABLE",
	detail
});
const check = (measure, request, tariff) => {
	const { quantity, process, currency, infill = SOLID } = request;
	if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST_PIECES) throw new RangeError(`quantity must be an integer from 1 to ${MOST_PIECES}, not ${quantity}`);
	if (process !== measure.process) throw new RangeError(`the model was measured for ${measure.process}, not for ${process}: measure it again`);
	if (infill !== SOLID && measure.inside === void 0) throw new RangeError(`engine ${measure.engine_version} measured no inside: measure it again`);
	if (currency !== void 0 && currency !== tariff.currency) throw new RangeError(`tariff ${tariff.tariff_version} is in ${tariff.currency}, not in ${currency}`);
};
const priceOf = (measure, request, tariff) => {
	check(measure, request, tariff);
	const { material, process, finishing } = request;
	const materialRate = tariff.materials.find((entry) => entry.material === material && entry.process === process);
	const processRate = tariff.processes.find((entry) => entry.process === process);
	if (materialRate === void 0 || processRate === void 0) {
		const offered = tariff.materials.map((entry) => `${entry.material} by ${entry.process}`).join(", ");
		return refused(`${material} by ${process} is not available. Available: ${offered}.`);
	}
	const finishingRate = tariff.finishings.find((entry) => entry.finishing === finishing);
	if (finishing !== void 0 && (finishingRate === void 0 || !materialRate.finishings.includes(finishing))) {
		const offered = materialRate.finishings.join(", ") || "none";
		return refused(`${material} by ${process} cannot be finished as ${finishing}. Available: ${offered}.`);
	}
	const { infill = SOLID } = request;
	const { inside = {
		volume: 0,
		seconds: 0
	} } = measure;
	if (infill !== SOLID && !materialRate.infills?.includes(infill)) {
		const offered = [...materialRate.infills ?? [], SOLID].map((percent) => `${percent} %`).join(", ");
		return refused(`${material} by ${process} cannot be filled to ${infill} %. Available: ${offered}.`);
	}
	const pieces = BigInt(request.quantity);
	const breakdown = [];
	let total = 0n;
	const add = (line, amount) => {
		total += amount;
		if (amount !== 0n) breakdown.push({
			line,
			amount: {
				amount: Number(amount),
				currency: tariff.currency
			}
		});
		return amount;
	};
	const ppm = (base, share) => rounded(base * BigInt(share), MILLION);
	add("SETUP", BigInt(processRate.setup));
	const weight = pieces * (thousandths(measure.measures.volume) + thousandths(measure.support_volume) - leftOut(infill, inside.volume)) * BigInt(materialRate.density_mg_per_cm3);
	let made = add("MATERIAL", rounded(weight * BigInt(materialRate.price_per_kg), 1000000000000n));
	const seconds = pieces * secondsOfPiece(measure.machine_seconds, leftOut(infill, inside.seconds));
	made += add("MACHINE", rounded(seconds * BigInt(processRate.machine_hour), 3600n));
	if (finishingRate !== void 0) {
		const worked = rounded(pieces * thousandths(measure.measures.area) * BigInt(finishingRate.per_cm2), 100000n);
		made += add("FINISHING", pieces * BigInt(finishingRate.per_piece) + worked);
	}
	made += add("INSPECTION", pieces * BigInt(processRate.inspection));
	add("RISK", ppm(made, processRate.risk_ppm));
	if (measure.risk !== void 0) add("WAIVED_RISK", ppm(made, processRate.waived_risk_ppm ?? WAIVED_RISK_PPM));
	if (total < BigInt(tariff.minimum)) add("MINIMUM", BigInt(tariff.minimum) - total);
	const quantityBreak = tariff.quantity_breaks.findLast(({ from }) => request.quantity >= from);
	if (quantityBreak !== void 0) add("QUANTITY_BREAK", -ppm(total, quantityBreak.discount_ppm));
	add("PRIORITY", ppm(total, tariff.priorities[request.priority].surcharge_ppm));
	add("TAX", ppm(total, tariff.tax_ppm));
	const amount = Number(total);
	if (!Number.isSafeInteger(amount)) throw new RangeError(`the price ${total} ${tariff.currency} is more than a number holds exactly`);
	return {
		ok: true,
		price: {
			amount,
			currency: tariff.currency
		},
		breakdown,
		tariff_version: tariff.tariff_version,
		engine_version: ENGINE_VERSION,
		machine_seconds: Number(seconds)
	};
};
export { ENGINE_VERSION, measureModel, priceOf };
