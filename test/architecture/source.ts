import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { parseSync } from 'vite'

export const root = join(import.meta.dirname, '..', '..')

export type Import = {
  /** As written. */
  readonly from: string
  /** Erased before anything runs. */
  readonly isType: boolean
}

/** A node of the syntax tree; `lines` counts from first to last line. */
export type SyntaxNode = { readonly type: string; readonly start: number; readonly end: number; readonly [field: string]: unknown }

export type Source = {
  /** From the root, with forward slashes. */
  readonly path: string
  readonly room: string
  readonly text: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly program: SyntaxNode
  lineOf(offset: number): number
}

/** Every source file of the rooms, parsed; what tools generate outside version control is left out. */
export function readSources(names: readonly string[]): Source[] {
  return names.flatMap((room) => listFiles(join(root, room)).map((file) => readSource(file)))
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join(root, 'prisma', 'generated') + sep) && !file.includes(`${sep}node_modules${sep}`))
    .sort()
}

/** Parses one file below the root. */
export function readSource(file: string): Source {
  const path = relative(root, file).split(sep).join('/')
  return parseSource(path, readFileSync(file, 'utf8'))
}

/** Parses a text as if it stood at `path`. @throws on a syntax error. */
export function parseSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const tree = program as unknown as SyntaxNode
  return {
    path,
    room: path.split('/')[0] ?? '',
    text,
    lines: text.trimEnd().split('\n').length,
    imports: listImports(tree),
    program: tree,
    lineOf,
  }
}

function listImports(program: SyntaxNode): Import[] {
  const found: Import[] = []
  walk(program, (node) => {
    const source = (node['source'] ?? node['argument']) as { readonly value?: unknown } | null | undefined
    if (typeof source?.value !== 'string') return
    if (['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(node.type))
      found.push({ from: source.value, isType: isTypeOnly(node) })
    if (node.type === 'ImportExpression') found.push({ from: source.value, isType: false })
    if (node.type === 'TSImportType') found.push({ from: source.value, isType: true })
  })
  return found
}

function isTypeOnly(node: SyntaxNode): boolean {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true
  const specifiers = (node['specifiers'] ?? []) as readonly SyntaxNode[]
  return specifiers.length > 0 && specifiers.every((one) => one['importKind'] === 'type' || one['exportKind'] === 'type')
}

/** Visits every node, parents first; `parents` runs from the program down. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parents: readonly SyntaxNode[]) => void,
  parents: readonly SyntaxNode[] = [],
): void {
  visit(node, parents)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, [...parents, node])
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as { readonly type?: unknown }).type === 'string'
}

/** Where an import leads: a file below the root, a module of Node, or a package by its name. */
export function resolveImport(
  source: Source,
  from: string,
): { readonly file: string } | { readonly node: string } | { readonly package: string } {
  if (from.startsWith('#')) return { file: from.slice(1) }
  if (from.startsWith('.')) return { file: posix.join(dirname(source.path), from) }
  if (from.startsWith('node:')) return { node: from }
  return {
    package: from
      .split('/')
      .slice(0, from.startsWith('@') ? 2 : 1)
      .join('/'),
  }
}
