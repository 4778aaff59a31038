package dev.leadline.packaged.plans;

import dev.leadline.platform.sql.BulkStatement;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Every statement that the service may send through its gate for native SQL: the texts in its classes that name the workspace, and
 * the bulk statements that its classes hold, whose texts are put together from columns.
 */
final class GateStatements {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):[a-zA-Z]\\w*|\\$\\d+|\\?");

    private static final Pattern BEGIN = Pattern.compile("^\\s*(select|insert|update|delete|with)\\b");

    private GateStatements() {}

    /** As patterns that the texts of {@link #normalised} match. */
    static List<Pattern> all() throws IOException {
        List<String> texts = new ArrayList<>();
        List<BulkField> bulk = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                new ClassReader(Files.readAllBytes(file)).accept(new Texts(texts, bulk), ClassReader.SKIP_DEBUG);
            }
        }
        return Stream.concat(
                        texts.stream()
                                .filter(text -> text.contains(":workspace")
                                        && BEGIN.matcher(text).find())
                                .map(GateStatements::pattern),
                        bulk.stream()
                                .map(field -> Pattern.quote(
                                        normalised(field.statement().sql()))))
                .distinct()
                .map(Pattern::compile)
                .toList();
    }

    /** A statement's text without its layout and the names of its parameters. */
    static String normalised(String statement) {
        return PARAMETER
                .matcher(statement)
                .replaceAll("?")
                .replaceAll("\\s+", " ")
                .trim();
    }

    /** A text may be a part of its statement, or be filled in where it says {@code %s} or {@code %1$s}. */
    private static String pattern(String text) {
        return Stream.of(normalised(text).split("%(?:\\d+\\$)?s", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
    }

    /** A constant that holds a bulk statement. */
    private record BulkField(String className, String name) {

        BulkStatement<?> statement() {
            try {
                Field field = Class.forName(className).getDeclaredField(name);
                field.setAccessible(true);
                return (BulkStatement<?>) field.get(null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Collects the texts that a class's methods use, and its constants that are bulk statements. */
    private static final class Texts extends ClassVisitor {

        private final List<String> texts;
        private final List<BulkField> bulk;
        private String className;

        Texts(List<String> texts, List<BulkField> bulk) {
            super(Opcodes.ASM9);
            this.texts = texts;
            this.bulk = bulk;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            className = name.replace('/', '.');
        }

        @Override
        public FieldVisitor visitField(int access, String name, String type, String signature, Object value) {
            if ((access & Opcodes.ACC_STATIC) != 0 && type.equals(Type.getDescriptor(BulkStatement.class))) {
                bulk.add(new BulkField(className, name));
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof String text) {
                        texts.add(text);
                    }
                }
            };
        }
    }
}
