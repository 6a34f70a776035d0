
    // What the rest asks of the system, through java.lang.foreign --------------------------------------------------

    static final class Native {
        static final int SIZE_T_SIZE = (int) ValueLayout.ADDRESS.byteSize();

        private Native() {}

        /** The functions of a library: each method of the interface is one. */
        static <T> T load(String name, Class<T> calls) {
            String path = System.getProperty(name + ".library", System.mapLibraryName(name));
            SymbolLookup library = SymbolLookup.libraryLookup(path, Arena.global());
            Map<Method, MethodHandle> handles = new HashMap<>();
            for (Method method : calls.getMethods()) {
                MemorySegment place = library.find(method.getName()).orElseThrow(() -> new UnsatisfiedLinkError(method.getName()));
                handles.put(method, Linker.nativeLinker().downcallHandle(place, descriptor(method)));
            }
            InvocationHandler handler = (proxy, method, given) -> call(method, handles.get(method), given);
            return calls.cast(Proxy.newProxyInstance(calls.getClassLoader(), new Class<?>[] {calls}, handler));
        }

        private static FunctionDescriptor descriptor(Method method) {
            MemoryLayout[] given = Arrays.stream(method.getParameterTypes()).map(Native::layout).toArray(MemoryLayout[]::new);
            Class<?> result = method.getReturnType();
            return result == void.class ? FunctionDescriptor.ofVoid(given) : FunctionDescriptor.of(layout(result), given);
        }

        private static MemoryLayout layout(Class<?> type) {
            if (type == int.class) return ValueLayout.JAVA_INT;
            return type == long.class || IntegerType.class.isAssignableFrom(type) ? ValueLayout.JAVA_LONG : ValueLayout.ADDRESS;
        }

        private static Object call(Method method, MethodHandle handle, Object[] given) throws Throwable {
            Object[] values = given == null ? new Object[0] : given;
            try (Arena arena = Arena.ofConfined()) {
                Object[] passed = new Object[values.length];
                for (int i = 0; i < values.length; i++) passed[i] = passed(values[i], arena);
                Object result = handle.invokeWithArguments(passed);
                for (int i = 0; i < values.length; i++) taken(values[i], passed[i]);
                Class<?> type = method.getReturnType();
                if (type == Size.class) return new Size((long) result);
                return type == Pointer.class ? Pointer.of((MemorySegment) result) : result;
            }
        }

        private static Object passed(Object value, Arena arena) {
            if (value == null) return MemorySegment.NULL;
            if (value instanceof IntegerType) return ((IntegerType) value).longValue();
            if (value instanceof Pointer) return ((Pointer) value).segment;
            if (value instanceof ByReference) return ((ByReference) value).place.segment;
            if (value instanceof byte[]) return arena.allocateFrom(ValueLayout.JAVA_BYTE, (byte[]) value);
            if (value instanceof char[]) return arena.allocateFrom(ValueLayout.JAVA_CHAR, (char[]) value);
            if (!(value instanceof Structure)) return value;
            Structure struct = (Structure) value;
            MemorySegment place = arena.allocate(struct.size(), 8);
            struct.write(place, 0);
            return place;
        }

        /** What the library wrote comes back. */
        private static void taken(Object value, Object passed) {
            if (value instanceof Structure) ((Structure) value).read((MemorySegment) passed, 0);
            if (value instanceof byte[]) MemorySegment.ofArray((byte[]) value).copyFrom((MemorySegment) passed);
            if (value instanceof char[]) MemorySegment.ofArray((char[]) value).copyFrom((MemorySegment) passed);
        }
    }

    public static class Pointer {
        final MemorySegment segment;

        Pointer(MemorySegment segment) {
            this.segment = segment;
        }

        static Pointer of(MemorySegment segment) {
            return segment.address() == 0 ? null : new Pointer(segment);
        }

        byte[] getByteArray(long offset, int size) {
            return segment.reinterpret(offset + size).asSlice(offset, size).toArray(ValueLayout.JAVA_BYTE);
        }

        String getString(long offset, String encoding) {
            return segment.reinterpret(Long.MAX_VALUE).getString(offset, Charset.forName(encoding));
        }

        int getInt(long offset) {
            return segment.reinterpret(offset + 4).get(ValueLayout.JAVA_INT, offset);
        }

        long getLong(long offset) {
            return segment.reinterpret(offset + 8).get(ValueLayout.JAVA_LONG, offset);
        }
    }

    static final class Memory extends Pointer {
        Memory(long size) {
            super(Arena.ofAuto().allocate(size, 8));
        }

        void write(long offset, byte[] bytes, int from, int count) {
            MemorySegment.copy(bytes, from, segment, ValueLayout.JAVA_BYTE, offset, count);
        }
    }

    public abstract static class IntegerType {
        private final long value;

        IntegerType(int size, long value, boolean unsigned) {
            this.value = value;
        }

        public int intValue() {
            return (int) value;
        }

        public long longValue() {
            return value;
        }
    }

    public abstract static class ByReference {
        final Memory place;

        ByReference(int size) {
            place = new Memory(size);
        }

        Pointer getPointer() {
            return place;
        }
    }

    static final class IntByReference extends ByReference {
        IntByReference() {
            super(4);
        }

        int getValue() {
            return place.getInt(0);
        }
    }

    static final class PointerByReference extends ByReference {
        PointerByReference() {
            super(Native.SIZE_T_SIZE);
        }

        Pointer getValue() {
            return Pointer.of(place.segment.get(ValueLayout.ADDRESS, 0));
        }
    }

    /** A struct of C: the public fields that are named, in their order. */
    public abstract static class Structure {
        @Retention(RetentionPolicy.RUNTIME)
        @interface FieldOrder {
            String[] value();
        }

        private interface Visitor {
            void visit(Field field, long offset) throws IllegalAccessException;
        }

        /** Visits every field with its offset, and gives the bytes of the whole. */
        private long each(Visitor visitor) {
            long offset = 0;
            long widest = 1;
            try {
                for (String name : getClass().getAnnotation(FieldOrder.class).value()) {
                    Field field = getClass().getField(name);
                    boolean inside = Structure.class.isAssignableFrom(field.getType());
                    long bytes = inside ? ((Structure) field.get(this)).size() : field.getType() == int.class ? 4 : 8;
                    long align = Math.min(bytes, 8);
                    offset = (offset + align - 1) / align * align;
                    visitor.visit(field, offset);
                    offset += bytes;
                    widest = Math.max(widest, align);
                }
            } catch (ReflectiveOperationException impossible) {
                throw new AssertionError(impossible);
            }
            return (offset + widest - 1) / widest * widest;
        }

        int size() {
            return (int) each((field, offset) -> {});
        }

        void write(MemorySegment to, long at) {
            each((field, offset) -> {
                Object value = field.get(this);
                if (value instanceof Structure) ((Structure) value).write(to, at + offset);
                else if (field.getType() == int.class) to.set(ValueLayout.JAVA_INT, at + offset, (int) value);
                else if (field.getType() == long.class) to.set(ValueLayout.JAVA_LONG, at + offset, (long) value);
                else if (value instanceof IntegerType) to.set(ValueLayout.JAVA_LONG, at + offset, ((IntegerType) value).longValue());
                else to.set(ValueLayout.ADDRESS, at + offset, value == null ? MemorySegment.NULL : ((Pointer) value).segment);
            });
        }

        void read(MemorySegment from, long at) {
            each((field, offset) -> {
                if (field.get(this) instanceof Structure) ((Structure) field.get(this)).read(from, at + offset);
                else if (field.getType() == int.class) field.setInt(this, from.get(ValueLayout.JAVA_INT, at + offset));
                else if (field.getType() == long.class) field.setLong(this, from.get(ValueLayout.JAVA_LONG, at + offset));
                else if (field.getType() == Size.class) field.set(this, new Size(from.get(ValueLayout.JAVA_LONG, at + offset)));
                else field.set(this, Pointer.of(from.get(ValueLayout.ADDRESS, at + offset)));
            });
        }
    }
