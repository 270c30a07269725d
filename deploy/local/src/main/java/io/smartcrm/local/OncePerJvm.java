package io.smartcrm.local;

import java.util.function.Supplier;

/**
 * Something that a JVM has once, however many class loaders ask for it. Quarkus loads tests in class loaders of its own
 * and closes them; what must survive that is started by the system class loader, and known by a system property.
 */
public final class OncePerJvm {
    private static final String PREFIX = "smartcrm.local.";

    private OncePerJvm() {}

    /** The text that the first caller's supplier gave; its class needs a constructor without parameters. */
    public static String text(String name, Class<? extends Supplier<String>> first) {
        synchronized (Runtime.getRuntime()) {
            String known = System.getProperty(PREFIX + name);
            if (known != null) {
                return known;
            }
            String text = supply(first);
            System.setProperty(PREFIX + name, text);
            return text;
        }
    }

    private static String supply(Class<? extends Supplier<String>> type) {
        Class<?> lasting = lasting(type);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(lasting.getClassLoader());
            return (String) ((Supplier<?>) lasting.getConstructor().newInstance()).get();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot start " + type.getName() + " once for this JVM", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The class as the system class loader has it; where that does not know it, its own loader lasts as long. */
    private static Class<?> lasting(Class<?> type) {
        try {
            return Class.forName(type.getName(), true, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException startedByALauncher) {
            return type;
        }
    }
}
