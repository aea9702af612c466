import { describe, expect, it } from '@jest/globals';
import { cubeBody } from '@order-ledger/testing/models/bodies';
import { modelXml, objectXml, relsXml, TYPES, threeMf } from '@order-ledger/testing/models/three-mf';
import { inspected, text } from './support/reading.ts';

// What the 3MF consortium's samples show, each kind with a small file of its own.

const CUBE = objectXml(1, cubeBody(10));
const ITEM = '<item objectid="1"/>';
const MODEL = modelXml(CUBE, ITEM);
const THUMBNAIL = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail';
const MODEL_RELATIONSHIP = ['3dmodel', '/3D/3dmodel.model'] as const;
const GOOD = {
  materials: '<basematerials id="2"><base name="PLA" displaycolor="#00FF00"/></basematerials>',
  colours: '<m:colorgroup id="3"><m:color color="#FFFFFF"/></m:colorgroup>',
  composites: '<m:compositematerials id="4" matid="2" matindices="0"><m:composite values="1"/></m:compositematerials>',
  texture: '<m:texture2d id="5" path="/3D/a.png" contenttype="image/png"/>',
  coordinates: '<m:texture2dgroup id="6" texid="5"><m:tex2coord u="0" v="0"/></m:texture2dgroup>',
  multi: '<m:multiproperties id="7" pids="2 3"><m:multi pindices="0 0"/></m:multiproperties>',
};
const coloured = (change: Partial<typeof GOOD>, more = ''): Uint8Array =>
  threeMf(modelXml(`${Object.values({ ...GOOD, ...change }).join('')}${more}${CUBE}`, ITEM));
const withRels = (rels: string, files: Record<string, string> = {}): Uint8Array =>
  threeMf(MODEL, { '_rels/.rels': rels, ...files });
const inModel = (from: string, to: string): Uint8Array => threeMf(MODEL.replace(from, to));

describe('a 3MF is read', () => {
  it.each<[string, Uint8Array]>([
    ['with colours, textures and materials', coloured({})],
    [
      'as a slicer writes it without its pictures',
      withRels(
        relsXml(MODEL_RELATIONSHIP, [THUMBNAIL, '/Metadata/thumbnail.png'], [THUMBNAIL, '/Metadata/plate_1.png']),
      ),
    ],
    [
      'with folders written as on Windows, from the root',
      threeMf(MODEL, {
        '_rels/.rels': null,
        '3D/3dmodel.model': null,
        '\\_rels\\.rels': relsXml(MODEL_RELATIONSHIP),
        '/3D\\3dmodel.model': MODEL,
      }),
    ],
    [
      'with a print ticket and a thumbnail',
      withRels(relsXml(MODEL_RELATIONSHIP, [THUMBNAIL, 'Metadata/a.png']), {
        'Metadata/a.png': 'x',
        '3D/_rels/3dmodel.model.rels': relsXml(['printticket', 'ticket.xml']),
        '3D/ticket.xml': '<x/>',
      }),
    ],
    ['with attributes of other vocabularies', inModel('<object id="1"', '<object id="1" p:UUID="x" other="y"')],
    ['with elements of other vocabularies', inModel('<build>', '<m:other><m:more/></m:other><build>')],
    ['with metadata that nobody knows', inModel('<resources>', '<metadata name="MustIgnore">x</metadata><resources>')],
    [
      'with metadata of an object',
      inModel('<mesh>', '<metadatagroup><metadata name="a:b">x</metadata></metadatagroup><mesh>'),
    ],
    [
      'with the name of its model in other letters',
      threeMf('', { '3D/3dmodel.model': null, '3d/3DModel.Model': MODEL }),
    ],
    ['with a relative target', withRels(relsXml(['3dmodel', '3D/./3dmodel.model']))],
    ['in UTF-16', threeMf(new Uint8Array(Buffer.from(`\ufeff${MODEL.replace('UTF-8', 'UTF-16')}`, 'utf16le')))],
    ['with a byte-order mark', threeMf(`\ufeff${MODEL}`)],
    ['with an element that every object has', coloured({}, '<m:constructor/>')],
    [
      'with two descriptions',
      inModel(
        '<resources>',
        '<metadata name="Description">a</metadata><metadata name="Description">b</metadata><resources>',
      ),
    ],
    ['with required colours', inModel('unit=', 'requiredextensions="m p" unit=')],
  ])('%s [R2]', async (_, bytes) => {
    expect(await inspected(bytes)).toMatchObject({ ok: true, model: { format: '3MF', triangles: 12 } });
  });
});

describe('a 3MF is refused', () => {
  it.each<[string, string, Uint8Array]>([
    ['that names no model', 'names no model', withRels(relsXml())],
    [
      'that names two models',
      'more than one model',
      withRels(relsXml(MODEL_RELATIONSHIP, ['3dmodel', '/3D/b.model']), { '3D/b.model': MODEL }),
    ],
    ['whose model is not there', 'not in the file', threeMf('', { '3D/3dmodel.model': null })],
    ['whose thumbnail is not there', 'not in the file', withRels(relsXml(MODEL_RELATIONSHIP, [THUMBNAIL, '/a.png']))],
    [
      'whose texture lies outside',
      'outside of the file',
      threeMf(MODEL, { '3D/_rels/3dmodel.model.rels': relsXml(['3dtexture', 'C:/a.png']) }),
    ],
    [
      'with two print tickets',
      'more than one print ticket',
      threeMf(MODEL, {
        '3D/_rels/3dmodel.model.rels': relsXml(['printticket', 'a.xml'], ['printticket', 'b.xml']),
        '3D/a.xml': '<x/>',
        '3D/b.xml': '<x/>',
      }),
    ],
    [
      'with a relationship twice',
      'twice',
      withRels(relsXml(MODEL_RELATIONSHIP, [THUMBNAIL, '/3D/3dmodel.model']).replace('rel1', 'rel0')),
    ],
    ['without content types', 'has no [Content_Types].xml', threeMf(MODEL, { '[Content_Types].xml': null })],
    [
      'whose model has another content type',
      'that it is a model',
      threeMf(MODEL, { '[Content_Types].xml': TYPES.replace('3dmodel+xml', 'other') }),
    ],
    ['in a unit that every object has', 'the unit "constructor"', inModel('unit="millimeter"', 'unit="constructor"')],
    ['in another encoding', 'encoding "UTF-32"', inModel('UTF-8', 'UTF-32')],
    [
      'with bytes that are no UTF-8',
      'no text in its encoding',
      threeMf(new Uint8Array([...text(MODEL.slice(0, 200)), 0xff, 0xff])),
    ],
    ['with a document type', 'a document type', inModel('<model', '<!DOCTYPE model [<!ENTITY a "b">]><model')],
    ['with an entity', 'no XML', inModel('<build>', '&a;<build>')],
    ['with a prefix that is not declared', 'no XML', inModel('<build>', '<dc:x xmlns:y="z"/><build>')],
    [
      'with attributes of XML Schema',
      'which 3MF forbids',
      inModel('<object', '<object xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="a"'),
    ],
    ['with xml:space', 'which 3MF forbids', inModel('xml:lang', 'xml:space="default" xml:lang')],
    [
      'whose vertices have an attribute of another vocabulary',
      'vertices has the attribute',
      inModel('<vertices>', '<vertices m:new="x">'),
    ],
    ['with an element that 3MF has not', 'the element new in model', inModel('<build>', '<new/><build>')],
    [
      'with metadata twice',
      'twice',
      inModel('<resources>', '<metadata name="Title">a</metadata><metadata name="Title">b</metadata><resources>'),
    ],
    ['with metadata without a name', 'without a name', inModel('<resources>', '<metadata>a</metadata><resources>')],
    ['with two models', 'no XML', threeMf(`${MODEL}${MODEL.slice(MODEL.indexOf('<model'))}`)],
    ['without a build', 'no build', inModel(`<build>${ITEM}</build>`, '')],
    ['without resources', 'before the resources', threeMf(MODEL.replace(/<resources>.*<\/resources>/, ''))],
    ['whose build names no object', 'not there before it', inModel('<item objectid="1"', '<item objectid="9"')],
    ['whose build names an object of the type other', 'not to be made', inModel('type="model"', 'type="other"')],
    ['with an object of no type', 'the type "strange"', inModel('type="model"', 'type="strange"')],
    ['with pindex without pid', 'without pid', inModel('type="model"', 'type="model" pindex="0"')],
    ['with the number of an object twice', 'there twice', threeMf(modelXml(`${CUBE}${CUBE}`, ITEM))],
    ['with an object without a body', 'without a mesh', threeMf(modelXml('<object id="1"></object>', ITEM))],
    [
      'with a component that comes later',
      'not there before it',
      threeMf(modelXml(`<object id="2"><components><component objectid="1"/></components></object>${CUBE}`, ITEM)),
    ],
    [
      'with an object in itself',
      'not there before it',
      threeMf(modelXml(`${CUBE}<object id="2"><components><component objectid="2"/></components></object>`, ITEM)),
    ],
    ['with a triangle without its vertex', 'vertex "8"', inModel('v1="0"', 'v1="8"')],
    ['with a coordinate that is no number', 'no finite number', inModel('x="0"', 'x="1,5"')],
    ['with another unit', 'the unit "yard"', inModel('millimeter', 'yard')],
    [
      'with a transform of nine numbers',
      'twelve numbers',
      inModel(ITEM, '<item objectid="1" transform="1 0 0 0 1 0 0 0 1"/>'),
    ],
    [
      'with a transform that makes it flat',
      'no volume',
      inModel(ITEM, '<item objectid="1" transform="1 0 0 0 1 0 0 0 0 0 0 0"/>'),
    ],
    [
      'that needs an unknown extension',
      'needs the extension',
      inModel('unit=', 'xmlns:x="urn:x" requiredextensions="x" unit='),
    ],
    [
      'that needs an extension without declaring it',
      'does not declare',
      inModel('unit=', 'requiredextensions="z" unit='),
    ],
    [
      'that is sliced',
      'without slices',
      inModel(
        '<object',
        '<object xmlns:s="http://schemas.microsoft.com/3dmanufacturing/slice/2015/07" s:slicestackid="1"',
      ),
    ],
    ['with a beam lattice', 'a beam lattice', inModel('</mesh>', '<b:beamlattice/></mesh>')],
    ['with the number of a colour group twice', 'there twice', coloured({}, GOOD.colours)],
    [
      'with one number for a texture and a colour group',
      'there twice',
      coloured({ texture: GOOD.texture.replace('"5"', '"3"') }),
    ],
    [
      'with a colour without a value',
      'color has no color',
      coloured({ colours: GOOD.colours.replace(' color="#FFFFFF"', '') }),
    ],
    [
      'with coordinates without a texture',
      'no texid',
      coloured({ coordinates: GOOD.coordinates.replace(' texid="5"', '') }),
    ],
    ['with a texture without a path', 'no path', coloured({ texture: GOOD.texture.replace(' path="/3D/a.png"', '') })],
    ['with a texture of no type', 'neither PNG', coloured({ texture: GOOD.texture.replace('image/png', '') })],
    [
      'with composites of no materials',
      'not made of basematerials',
      coloured({ composites: GOOD.composites.replace('matid="2"', 'matid="3"') }),
    ],
    [
      'with composites without shares',
      'no matindices',
      coloured({ composites: GOOD.composites.replace(' matindices="0"', '') }),
    ],
    ['with multiproperties of nothing', 'no pids', coloured({ multi: GOOD.multi.replace(' pids="2 3"', '') })],
    [
      'with multiproperties of two materials',
      'more than one of',
      coloured({ multi: GOOD.multi.replace('2 3', '2 4') }),
    ],
    [
      'with multiproperties of multiproperties',
      'of their kind',
      coloured({}, GOOD.multi.replace('"7"', '"8"').replace('2 3', '7')),
    ],
  ])('%s [R2]', async (_, words, bytes) => {
    const result = await inspected(bytes);
    expect(result.ok ? 'read' : result.fault.detail).toContain(words);
  });
});
