package org.tutortimes.trust.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// The product, the simulation and the oracle once more, with some of the product's classes
/// compiled from a text that has a fault. Everything else is as it lies on the class path.
final class FaultyProduct extends ClassLoader {
    private static final String OURS = "org.tutortimes.";

    private final Map<String, byte[]> planted;

    FaultyProduct(PlantedFault fault) {
        super(FaultyProduct.class.getClassLoader());
        this.planted = compiled(fault);
    }

    /// What a seed violates with this product, or an empty text.
    String violationOf(long seed) throws ReflectiveOperationException {
        return (String)
                loadClass("org.tutortimes.trust.simulation.Simulation")
                        .getMethod("violationOf", long.class)
                        .invoke(null, seed);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            return name.startsWith(OURS) ? define(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = planted.get(name);
        if (bytes == null) {
            bytes = asItIs(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] asItIs(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        try (InputStream in = getParent().getResourceAsStream(file)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static Map<String, byte[]> compiled(PlantedFault fault) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (Output output = new Output(compiler.getStandardFileManager(null, null, null))) {
            boolean good =
                    compiler.getTask(
                                    said,
                                    output,
                                    null,
                                    List.of(
                                            "-proc:none",
                                            "-nowarn",
                                            "-classpath",
                                            System.getProperty("java.class.path")),
                                    null,
                                    fault.files().stream()
                                            .map(file -> new Source(file, fault.planted(file)))
                                            .toList())
                            .call();
            if (!good) {
                throw new IllegalStateException(fault.name() + " does not compile:\n" + said);
            }
            return output.bytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String file, String text) {
            super(URI.create("string:///org/tutortimes/" + file), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

        Output(JavaFileManager manager) {
            super(manager);
        }

        Map<String, byte[]> bytes() {
            Map<String, byte[]> bytes = new HashMap<>();
            classes.forEach((name, stream) -> bytes.put(name, stream.toByteArray()));
            return bytes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location,
                String className,
                JavaFileObject.Kind kind,
                javax.tools.FileObject sibling) {
            return new SimpleJavaFileObject(
                    URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream stream = new ByteArrayOutputStream();
                    classes.put(className, stream);
                    return stream;
                }
            };
        }
    }
}
