package dev.leadline.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** JSON as it is written, so that it can be spoilt: names may stand there twice and a value may be any text. */
sealed interface WrittenJson {

    record Member(String name, WrittenJson value) {}

    /** Its members may be changed in place. */
    record Members(List<Member> members) implements WrittenJson {
        @Override
        public String toString() {
            return members.stream()
                    .map(member -> '"' + member.name() + "\":" + member.value())
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** Its elements may be changed in place. */
    record Elements(List<WrittenJson> elements) implements WrittenJson {
        @Override
        public String toString() {
            return elements.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        }
    }

    /** A value with nothing in it, as its text. */
    record Text(String text) implements WrittenJson {
        @Override
        public String toString() {
            return text;
        }
    }

    static WrittenJson of(JsonNode node) {
        if (node.isObject()) {
            List<Member> members = new ArrayList<>();
            node.properties().forEach(member -> members.add(new Member(member.getKey(), of(member.getValue()))));
            return new Members(members);
        }
        if (node.isArray()) {
            List<WrittenJson> elements = new ArrayList<>();
            node.forEach(element -> elements.add(of(element)));
            return new Elements(elements);
        }
        return new Text(node.toString());
    }
}
