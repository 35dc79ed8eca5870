"""YAML that remembers its lines: the one home of pyyaml.

Every mapping read carries the line it begins on under `LINE`, so that a message can name it.
"""
import yaml

LINE = "__line__"


class YamlMistake(Exception):
    """A file that is not the YAML it should be; `line` counts from 1."""

    def __init__(self, message: str, line: int):
        super().__init__(message)
        self.message, self.line = message, line


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    pass


def _mapping(loader, node):
    loader.flatten_mapping(node)
    seen = set()
    for key, _ in node.value:
        if key.value in seen:
            raise YamlMistake(f"key {key.value!r} stands twice", key.start_mark.line + 1)
        seen.add(key.value)
    return {**loader.construct_mapping(node, deep=True), LINE: node.start_mark.line + 1}


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
# A date stays the text that was written: "2020-04-27" is checked as such, never turned into a clock's date.
_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()}


def load(text: str, first_line: int = 1):
    """Return what the YAML says; raise `YamlMistake` with the line, counted from `first_line`."""
    try:
        return shifted(yaml.load(text, _Loader), first_line - 1)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise YamlMistake(f"not YAML: {problem}", first_line + (mark.line if mark else 0)) from None
    except YamlMistake as mistake:
        raise YamlMistake(mistake.message, mistake.line + first_line - 1) from None


def shifted(data, by: int):
    """Move the remembered lines of nested mappings down by so many lines."""
    if isinstance(data, dict):
        return {key: value + by if key == LINE else shifted(value, by) for key, value in data.items()}
    return [shifted(item, by) for item in data] if isinstance(data, list) else data


class _Dumper(yaml.SafeDumper):
    """Writes nothing for nothing: `date:`, not `date: null`."""


_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def unlined(data):
    """Return nested data without the remembered lines."""
    if isinstance(data, dict):
        return {key: unlined(value) for key, value in data.items() if key != LINE}
    return [unlined(item) for item in data] if isinstance(data, list) else data


def dump(data) -> str:
    """Return YAML in the given order, Chinese as it is."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=None)
